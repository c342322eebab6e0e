// Dropout (Srivastava et al., 2014), scaled in training so that evaluation is the identity.
#pragma once

#include "base/random.h"
#include "layers/layer.h"
#include "layers/settings.h"

namespace anneal {

// In training, y = 0 with probability `rate` and x / (1 - rate) otherwise; in evaluation y = x.
// Which values go is a function of the network's seed, the layer and the number of the step.
template <class T>
class Dropout final : public Layer<T> {
 public:
  // `batch_size` is the largest batch that it will see; the layer's seed is drawn from `random`.
  Dropout(const Shape& input, const DropoutSettings& settings, std::size_t batch_size,
          Random& random);

  std::string_view type() const override { return "dropout"; }
  const Shape& input_shape() const override { return shape_; }
  const Shape& output_shape() const override { return shape_; }
  bool in_place() const override { return true; }
  void forward(const T* input, T* output, std::size_t batch, Pass pass) override;
  void backward(const T* input, const T* output, const T* output_gradient, T* input_gradient,
                std::size_t batch) override;

 private:
  Shape shape_;
  double rate_;
  std::uint64_t seed_;
  std::vector<std::uint8_t> kept_;  // of each value of the last batch, 1 or 0
};

}  // namespace anneal
