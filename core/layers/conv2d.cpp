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
Axis slide(std::size_t input, std::size_t window, std::size_t stride, Padding padding,
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
  const Axis vertical = slide(input[0], window[0], settings.stride[0], settings.padding,
                              settings.pad[0], settings.pad[1]);
  const Axis horizontal = slide(input[1], window[1], settings.stride[1], settings.padding,
                                settings.pad[2], settings.pad[3]);
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

template <class T>
Conv2d<T>::Conv2d(const Shape& input, const Conv2dSettings& settings, const std::string& name,
                  Random& random)
    : geometry_(conv2d_geometry(input, settings, name)),
      input_shape_(input),
      output_shape_{geometry_.out_height, geometry_.out_width, geometry_.filters},
      has_bias_(settings.bias) {
  const Shape shape = {geometry_.kernel_height, geometry_.kernel_width, geometry_.group_channels(),
                       geometry_.filters};
  const std::size_t taps = geometry_.kernel_height * geometry_.kernel_width;
  weight_ = {name + ".weight", zeros<T>(shape), zeros<T>(shape), true};
  initialise(weight_.value, settings.initialiser, taps * geometry_.group_channels(),
             taps * geometry_.group_filters(), random);
  if (has_bias_) {
    const Shape biases = {geometry_.filters};
    bias_ = {name + ".bias", zeros<T>(biases), zeros<T>(biases), false};
  }
}

template <class T>
void Conv2d<T>::forward(const T* input, T* output, std::size_t batch, Pass) {
  run(input, output, batch, false);
}

template <class T>
void Conv2d<T>::forward_relu(const T* input, T* output, std::size_t batch, Pass) {
  run(input, output, batch, true);
}

template <class T>
void Conv2d<T>::run(const T* input, T* output, std::size_t batch, bool relu) {
  kernels::Epilogue<T> epilogue;
  epilogue.relu = relu;
  if (has_bias_) epilogue.bias = bias_.value.data();
  kernels::conv2d_forward(geometry_, batch, input, weight_.value.data(), output, epilogue);
}

template <class T>
void Conv2d<T>::backward(const T* input, const T*, const T* output_gradient, T* input_gradient,
                         std::size_t batch) {
  kernels::conv2d_filter_gradient(geometry_, batch, input, output_gradient,
                                  weight_.gradient.data());
  if (has_bias_) {
    kernels::column_sums(output_gradient, batch * geometry_.out_height * geometry_.out_width,
                         geometry_.filters, bias_.gradient.data());
  }
  if (input_gradient != nullptr) {
    kernels::conv2d_input_gradient(geometry_, batch, output_gradient, weight_.value.data(),
                                   input_gradient);
  }
}

template <class T>
std::vector<Parameter<T>*> Conv2d<T>::parameters() {
  if (has_bias_) return {&weight_, &bias_};
  return {&weight_};
}

template class Conv2d<float>;
template class Conv2d<double>;

}  // namespace anneal
