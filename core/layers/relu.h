// Rectified linear unit: y = max(x, 0), for an input of any shape.
#pragma once

#include "layers/layer.h"

namespace anneal {

template <class T>
class Relu final : public Layer<T> {
 public:
  explicit Relu(const Shape& input) : shape_(input) {}

  std::string_view type() const override { return "relu"; }
  const Shape& input_shape() const override { return shape_; }
  const Shape& output_shape() const override { return shape_; }
  bool in_place() const override { return true; }
  bool backward_uses_output() const override { return true; }
  void forward(const T* input, T* output, std::size_t batch, Mode mode) override;
  // The gradient at exactly 0 is 0, as in PyTorch.
  void backward(const T* input, const T* output, const T* output_gradient, T* input_gradient,
                std::size_t batch) override;

 private:
  Shape shape_;
};

}  // namespace anneal
