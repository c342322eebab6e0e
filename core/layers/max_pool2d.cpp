#include "layers/max_pool2d.h"

#include <string>

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

kernels::Pool2dGeometry max_pool2d_geometry(const Shape& input, const MaxPool2dSettings& settings,
                                            const std::string& path) {
  const std::size_t cells = settings.size[0] * settings.size[1];
  if (cells > kernels::kMaxPoolCells) {
    fail_experiment(path + ".size", "expected a window of at most " +
                                        std::to_string(kernels::kMaxPoolCells) + " cells, got " +
                                        std::to_string(cells));
  }
  return pool2d_geometry(input, settings.size, settings.stride, "max_pool2d", path);
}

template <class T>
MaxPool2d<T>::MaxPool2d(const Shape& input, const MaxPool2dSettings& settings,
                        std::size_t batch_size, const std::string& path)
    : geometry_(max_pool2d_geometry(input, settings, path)),
      input_shape_(input),
      output_shape_{geometry_.out_height, geometry_.out_width, geometry_.channels},
      places_(batch_size * element_count(output_shape_)) {}

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

}  // namespace anneal
