#include "layers/avg_pool2d.h"

#include "base/error.h"
#include "layers/max_pool2d.h"

namespace anneal {

kernels::Pool2dGeometry global_avg_pool2d_geometry(const Shape& input, const std::string& path) {
  if (input.size() != 3) {
    fail_experiment(path, "global_avg_pool2d expects an image [H, W, C], got " + to_string(input));
  }
  const Pair whole = {input[0], input[1]};
  return pool2d_geometry(input, whole, whole, "global_avg_pool2d", path);
}

template <class T>
AvgPool2d<T>::AvgPool2d(const Shape& input, const AvgPool2dSettings& settings,
                        const std::string& path)
    : type_("avg_pool2d"),
      geometry_(pool2d_geometry(input, settings.size, settings.stride, type_, path)),
      input_shape_(input),
      output_shape_{geometry_.out_height, geometry_.out_width, geometry_.channels} {}

template <class T>
AvgPool2d<T>::AvgPool2d(const Shape& input, const GlobalAvgPool2dSettings&, const std::string& path)
    : type_("global_avg_pool2d"),
      geometry_(global_avg_pool2d_geometry(input, path)),
      input_shape_(input),
      output_shape_{geometry_.channels} {}

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
