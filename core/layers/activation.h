// Activation functions (relu, leaky_relu, elu, gelu, sigmoid, tanh), for an input of any shape.
#pragma once

#include "kernels/activation.h"
#include "layers/layer.h"

namespace anneal {

template <class T>
class Activation final : public Layer<T> {
 public:
  // `parameter` is the slope of leaky_relu and the alpha of elu; the others have none. `type` is
  // the name in the document and outlives the layer.
  Activation(const Shape& input, kernels::Activation function, double parameter,
             std::string_view type)
      : shape_(input), function_(function), parameter_(static_cast<T>(parameter)), type_(type) {}

  std::string_view type() const override { return type_; }
  const Shape& input_shape() const override { return shape_; }
  const Shape& output_shape() const override { return shape_; }
  bool in_place() const override { return kernels::gradient_from_output(function_); }
  bool backward_uses_output() const override { return kernels::gradient_from_output(function_); }
  void forward(const T* input, T* output, std::size_t batch, Pass pass) override;
  void backward(const T* input, const T* output, const T* output_gradient, T* input_gradient,
                std::size_t batch) override;

 private:
  Shape shape_;
  kernels::Activation function_;
  T parameter_;
  std::string_view type_;
};

}  // namespace anneal
