// [H, W, C] -> [H * W * C]: the same numbers in the same order, so nothing is computed.
#pragma once

#include "layers/layer.h"

namespace anneal {

template <class T>
class Flatten final : public Layer<T> {
 public:
  explicit Flatten(const Shape& input) : input_shape_(input), output_shape_{element_count(input)} {}

  std::string_view type() const override { return "flatten"; }
  const Shape& input_shape() const override { return input_shape_; }
  const Shape& output_shape() const override { return output_shape_; }
  bool is_reshape() const override { return true; }
  void forward(const T*, T*, std::size_t, Pass) override {}
  void backward(const T*, const T*, const T*, T*, std::size_t) override {}

 private:
  Shape input_shape_, output_shape_;
};

}  // namespace anneal
