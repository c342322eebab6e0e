// Two-dimensional convolution (as every framework has it: cross-correlation).
#pragma once

#include "kernels/conv2d.h"
#include "layers/layer.h"
#include "layers/settings.h"

namespace anneal {

// The sizes of that convolution on an input [H, W, C]. Throws Error (experiment) at `path` where
// the input is not an image, the window does not fit, or groups do not divide the channels.
kernels::Conv2dGeometry conv2d_geometry(const Shape& input, const Conv2dSettings& settings,
                                        const std::string& path);

// [H, W, C_in] -> [OH, OW, C_out]; weight [KH, KW, C_in / groups, C_out], bias [C_out].
template <class T>
class Conv2d final : public Layer<T> {
 public:
  // Weights are drawn from `random`, biases start at zero. `name` is the prefix of their names.
  Conv2d(const Shape& input, const Conv2dSettings& settings, const std::string& name,
         Random& random);

  std::string_view type() const override { return "conv2d"; }
  const Shape& input_shape() const override { return input_shape_; }
  const Shape& output_shape() const override { return output_shape_; }
  void forward(const T* input, T* output, std::size_t batch, Pass pass) override;
  bool has_forward_relu() const override { return true; }
  void forward_relu(const T* input, T* output, std::size_t batch, Pass pass) override;
  void backward(const T* input, const T* output, const T* output_gradient, T* input_gradient,
                std::size_t batch) override;
  std::vector<Parameter<T>*> parameters() override;

 private:
  void run(const T* input, T* output, std::size_t batch, bool relu);

  kernels::Conv2dGeometry geometry_;
  Shape input_shape_, output_shape_;
  bool has_bias_;
  Parameter<T> weight_, bias_;
};

}  // namespace anneal
