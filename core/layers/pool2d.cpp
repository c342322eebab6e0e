#include "layers/pool2d.h"

#include "base/error.h"

namespace anneal {

kernels::Pool2dGeometry pool2d_geometry(const Shape& input, Pair size, Pair stride,
                                        std::string_view type, const std::string& path) {
  if (input.size() != 3) {
    fail_experiment(path,
                    std::string(type) + " expects an image [H, W, C], got " + to_string(input));
  }
  if (input[0] < size[0] || input[1] < size[1]) {
    fail_experiment(path, "a window of " + to_string(Shape(size.begin(), size.end())) +
                              " does not fit into the input " + to_string(input));
  }
  return {input[0],
          input[1],
          input[2],
          (input[0] - size[0]) / stride[0] + 1,
          (input[1] - size[1]) / stride[1] + 1,
          size[0],
          size[1],
          stride[0],
          stride[1]};
}

namespace {

kernels::Pool2dGeometry geometry_of(const MaxPool2dSettings& settings, const Shape& input,
                                    const std::string& path) {
  const std::size_t cells = settings.size[0] * settings.size[1];
  if (cells > kernels::kMaxPoolCells) {
    fail_experiment(path + ".size", "expected a window of at most " +
                                        std::to_string(kernels::kMaxPoolCells) + " cells, got " +
                                        std::to_string(cells));
  }
  return pool2d_geometry(input, settings.size, settings.stride, settings.type, path);
}

kernels::Pool2dGeometry geometry_of(const AvgPool2dSettings& settings, const Shape& input,
                                    const std::string& path) {
  return pool2d_geometry(input, settings.size, settings.stride, settings.type, path);
}

// One window as large as the image.
kernels::Pool2dGeometry geometry_of(const GlobalAvgPool2dSettings& settings, const Shape& input,
                                    const std::string& path) {
  if (input.size() != 3) {
    fail_experiment(path, "global_avg_pool2d expects an image [H, W, C], got " + to_string(input));
  }
  const Pair whole = {input[0], input[1]};
  return pool2d_geometry(input, whole, whole, settings.type, path);
}

}  // namespace

LayerDescription MaxPool2dSettings::describe(const Shape& input, const std::string& path) const {
  const kernels::Pool2dGeometry g = geometry_of(*this, input, path);
  return describe_output({g.out_height, g.out_width, g.channels}, path);
}

template <class T>
MaxPool2d<T>::MaxPool2d(const MaxPool2dSettings& settings, const LayerSite& site)
    : Layer<T>(settings.type, site.input, settings.describe(site.input, site.name).output),
      geometry_(geometry_of(settings, site.input, site.name)),
      places_(site.batch_size * element_count(this->output_shape())) {}

template <class T>
void MaxPool2d<T>::forward(const T* input, T* output, std::size_t batch, Pass pass) {
  kernels::max_pool2d_forward(geometry_, batch, input, output,
                              pass.training() ? places_.data() : nullptr, kept_);
}

template <class T>
bool MaxPool2d<T>::take_over_relu_gradient() {
  const std::size_t cells = geometry_.size_height * geometry_.size_width;
  if (cells < kernels::kMaxPoolCells) kept_ = kernels::Maxima::positive;
  return kept_ == kernels::Maxima::positive;
}

template <class T>
void MaxPool2d<T>::backward(const T*, const T*, const T* output_gradient, T* input_gradient,
                            std::size_t batch) {
  if (input_gradient == nullptr) return;
  kernels::max_pool2d_backward(geometry_, batch, output_gradient, places_.data(), input_gradient);
}

template class MaxPool2d<float>;
template class MaxPool2d<double>;

LayerDescription AvgPool2dSettings::describe(const Shape& input, const std::string& path) const {
  const kernels::Pool2dGeometry g = geometry_of(*this, input, path);
  return describe_output({g.out_height, g.out_width, g.channels}, path);
}

LayerDescription GlobalAvgPool2dSettings::describe(const Shape& input,
                                                   const std::string& path) const {
  return describe_output({geometry_of(*this, input, path).channels}, path);
}

template <class T>
AvgPool2d<T>::AvgPool2d(const AvgPool2dSettings& settings, const LayerSite& site)
    : Layer<T>(settings.type, site.input, settings.describe(site.input, site.name).output),
      geometry_(geometry_of(settings, site.input, site.name)) {}

template <class T>
AvgPool2d<T>::AvgPool2d(const GlobalAvgPool2dSettings& settings, const LayerSite& site)
    : Layer<T>(settings.type, site.input, settings.describe(site.input, site.name).output),
      geometry_(geometry_of(settings, site.input, site.name)) {}

template <class T>
void AvgPool2d<T>::forward(const T* input, T* output, std::size_t batch, Pass) {
  kernels::avg_pool2d_forward(geometry_, batch, input, output);
}

template <class T>
void AvgPool2d<T>::backward(const T*, const T*, const T* output_gradient, T* input_gradient,
                            std::size_t batch) {
  if (input_gradient == nullptr) return;
  kernels::avg_pool2d_backward(geometry_, batch, output_gradient, input_gradient);
}

template class AvgPool2d<float>;
template class AvgPool2d<double>;

}  // namespace anneal
