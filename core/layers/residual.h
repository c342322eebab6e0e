// Residual block (He et al., 2015): the output of an inner stack plus its input.
#pragma once

#include <memory>

#include "layers/layer.h"
#include "layers/settings.h"
#include "layers/stack.h"

namespace anneal {

// The layer that maps a block's input to the shape of its inner output: a convolution of 1 x 1
// whose stride brings the image to size, or a dense layer on vectors. Throws Error (experiment) at
// `path` where none can.
LayerSettings projection_between(const Shape& input, const Shape& output, const std::string& path);

// y = inner(x) + shortcut(x), the shortcut being the identity or the projection. The inner stack's
// parameters are named `name`.layers.<i>.*, the projection's `name`.projection.*.
template <class T>
class Residual final : public Layer<T> {
 public:
  // `batch_size` is the largest batch that it will see.
  Residual(const Shape& input, const ResidualSettings& settings, std::size_t batch_size,
           const std::string& name, std::uint64_t seed);

  std::string_view type() const override { return "residual"; }
  const Shape& input_shape() const override { return input_shape_; }
  const Shape& output_shape() const override { return inner_.output_shape(); }
  void forward(const T* input, T* output, std::size_t batch, Pass pass) override;
  void backward(const T* input, const T* output, const T* output_gradient, T* input_gradient,
                std::size_t batch) override;
  std::vector<Parameter<T>*> parameters() override;
  std::vector<Buffer<T>*> buffers() override { return inner_.buffers(); }
  const Stack<T>* inner() const override { return &inner_; }

 private:
  Shape input_shape_;
  Stack<T> inner_;
  std::unique_ptr<Layer<T>> projection_;  // null: the identity
  Tensor<T> inner_gradient_;              // by the input, through the inner stack
};

}  // namespace anneal
