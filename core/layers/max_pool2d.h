// Largest value of each window: [H, W, C] -> [OH, OW, C].
#pragma once

#include "kernels/pool2d.h"
#include "layers/layer.h"
#include "layers/settings.h"

namespace anneal {

// Sizes of windows of `size` moved by `stride` over [H, W, C]; rows and columns that do not fill a
// window are left out. Throws Error (experiment) at `path` where no window fits.
kernels::Pool2dGeometry pool2d_geometry(const Shape& input, Pair size, Pair stride,
                                        std::string_view type, const std::string& path);

// The same for a max_pool2d, which also limits the cells of a window.
kernels::Pool2dGeometry max_pool2d_geometry(const Shape& input, const MaxPool2dSettings& settings,
                                            const std::string& path);

template <class T>
class MaxPool2d final : public Layer<T> {
 public:
  // `batch_size` is the largest batch that it will see; `path` names it in errors.
  MaxPool2d(const Shape& input, const MaxPool2dSettings& settings, std::size_t batch_size,
            const std::string& path);

  std::string_view type() const override { return "max_pool2d"; }
  const Shape& input_shape() const override { return input_shape_; }
  const Shape& output_shape() const override { return output_shape_; }
  void forward(const T* input, T* output, std::size_t batch, Pass pass) override;
  bool take_over_relu_gradient() override;
  void backward(const T* input, const T* output, const T* output_gradient, T* input_gradient,
                std::size_t batch) override;

 private:
  kernels::Pool2dGeometry geometry_;
  Shape input_shape_, output_shape_;
  kernels::Maxima kept_ = kernels::Maxima::all;
  std::vector<std::uint8_t> places_;  // of the maxima, [batch, OH, OW, C]
};

}  // namespace anneal
