// Mean of each window: [H, W, C] -> [OH, OW, C], or over the whole image: [H, W, C] -> [C].
#pragma once

#include "kernels/pool2d.h"
#include "layers/layer.h"
#include "layers/settings.h"

namespace anneal {

template <class T>
class AvgPool2d final : public Layer<T> {
 public:
  // `path` names the layer in errors.
  AvgPool2d(const Shape& input, const AvgPool2dSettings& settings, const std::string& path);
  AvgPool2d(const Shape& input, const GlobalAvgPool2dSettings& settings, const std::string& path);

  std::string_view type() const override { return type_; }
  const Shape& input_shape() const override { return input_shape_; }
  const Shape& output_shape() const override { return output_shape_; }
  void forward(const T* input, T* output, std::size_t batch, Pass pass) override;
  void backward(const T* input, const T* output, const T* output_gradient, T* input_gradient,
                std::size_t batch) override;

 private:
  std::string_view type_;
  kernels::Pool2dGeometry geometry_;
  Shape input_shape_, output_shape_;
};

// One window as large as the image.
kernels::Pool2dGeometry global_avg_pool2d_geometry(const Shape& input, const std::string& path);

}  // namespace anneal
