#include "layers/conv2d.h"

#include "base/error.h"

namespace anneal {

namespace {

struct Axis {
  std::size_t output;
  std::size_t pad_before;
};

// One axis of the window arithmetic. `same` pads so that output = ceil(input / stride), the larger
// half behind, as Keras does.
Axis slide(std::size_t input, std::size_t window, std::size_t stride, Padding::Kind padding,
           std::size_t before, std::size_t after) {
  if (padding == Padding::same) {
    const std::size_t output = (input + stride - 1) / stride;
    const std::size_t needed = (output - 1) * stride + window;
    return {output, needed > input ? (needed - input) / 2 : 0};
  }
  if (padding == Padding::valid) before = after = 0;
  const std::size_t padded = input + before + after;
  return {padded < window ? 0 : (padded - window) / stride + 1, before};
}

std::size_t window_size(std::size_t kernel, std::size_t dilation) {
  return (kernel - 1) * dilation + 1;
}

}  // namespace

kernels::Conv2dGeometry conv2d_geometry(const Shape& input, const Conv2dSettings& settings,
                                        const std::string& path) {
  if (input.size() != 3) {
    fail_experiment(path, "conv2d expects an image [H, W, C], got " + to_string(input));
  }
  const Pair window = {window_size(settings.kernel[0], settings.dilation[0]),
                       window_size(settings.kernel[1], settings.dilation[1])};
  const Axis vertical = slide(input[0], window[0], settings.stride[0], settings.padding.kind,
                              settings.padding.sides[0], settings.padding.sides[1]);
  const Axis horizontal = slide(input[1], window[1], settings.stride[1], settings.padding.kind,
                                settings.padding.sides[2], settings.padding.sides[3]);
  if (vertical.output == 0 || horizontal.output == 0) {
    fail_experiment(path, "a window of " + to_string(Shape(window.begin(), window.end())) +
                              " does not fit into the input " + to_string(input) +
                              "; use padding \"same\" or a smaller kernel");
  }
  if (input[2] % settings.groups != 0 || settings.filters % settings.groups != 0) {
    fail_experiment(path, "groups (" + std::to_string(settings.groups) +
                              ") must divide the input's channels " + to_string(input) +
                              " and the filters (" + std::to_string(settings.filters) + ")");
  }
  return {input[0],
          input[1],
          input[2],
          vertical.output,
          horizontal.output,
          settings.filters,
          settings.kernel[0],
          settings.kernel[1],
          settings.stride[0],
          settings.stride[1],
          settings.dilation[0],
          settings.dilation[1],
          vertical.pad_before,
          horizontal.pad_before,
          settings.groups};
}

LayerDescription Conv2dSettings::describe(const Shape& input, const std::string& path) const {
  const kernels::Conv2dGeometry g = conv2d_geometry(input, *this, path);
  const std::size_t weights =
      countable("weights", {g.kernel_height, g.kernel_width, g.group_channels(), g.filters}, path);
  return describe_output({g.out_height, g.out_width, g.filters}, path,
                         weights + (bias ? g.filters : 0),
                         std::uint64_t{weights} * g.out_height * g.out_width);
}

template <class T>
Conv2d<T>::Conv2d(const Conv2dSettings& settings, const LayerSite& site)
    : Conv2d(settings, site, conv2d_geometry(site.input, settings, site.name)) {}

template <class T>
Conv2d<T>::Conv2d(const Conv2dSettings& settings, const LayerSite& site,
                  const kernels::Conv2dGeometry& geometry)
    : WeightedLayer<T, Conv2d<T>>(
          settings, site,
          {geometry.kernel_height, geometry.kernel_width, geometry.group_channels(),
           geometry.filters},
          geometry.kernel_height * geometry.kernel_width * geometry.group_channels(),
          geometry.kernel_height * geometry.kernel_width * geometry.group_filters()),
      geometry_(geometry) {}

template <class T>
void Conv2d<T>::run(const T* input, T* output, std::size_t batch,
                    const kernels::Epilogue<T>& epilogue) {
  kernels::conv2d_forward(geometry_, batch, input, this->weight(), output, epilogue);
}

template <class T>
void Conv2d<T>::backward(const T* input, const T*, const T* output_gradient, T* input_gradient,
                         std::size_t batch) {
  kernels::conv2d_filter_gradient(geometry_, batch, input, output_gradient,
                                  this->weight_gradient());
  this->set_bias_gradient(output_gradient, batch * geometry_.out_height * geometry_.out_width);
  if (input_gradient != nullptr) {
    kernels::conv2d_input_gradient(geometry_, batch, output_gradient, this->weight(),
                                   input_gradient);
  }
}

template class Conv2d<float>;
template class Conv2d<double>;

}  // namespace anneal
