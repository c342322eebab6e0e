// Layer normalisation over the last axis (Ba, Kiros and Hinton, 2016).
#pragma once

#include "layers/layer.h"
#include "layers/settings.h"

namespace anneal {

// y = (x - mean) / sqrt(variance + epsilon) * weight + bias, mean and variance (divided by the
// count) over the last axis: over the channels of each pixel of [H, W, C], over all values of
// [units]. As PyTorch's LayerNorm(C). weight starts at 1, bias at 0; both are [C].
template <class T>
class LayerNorm final : public Layer<T> {
 public:
  // `batch_size` is the largest batch that it will see.
  LayerNorm(const Shape& input, const LayerNormSettings& settings, std::size_t batch_size,
            const std::string& name);

  std::string_view type() const override { return "layer_norm"; }
  const Shape& input_shape() const override { return shape_; }
  const Shape& output_shape() const override { return shape_; }
  void forward(const T* input, T* output, std::size_t batch, Pass pass) override;
  void backward(const T* input, const T* output, const T* output_gradient, T* input_gradient,
                std::size_t batch) override;
  std::vector<Parameter<T>*> parameters() override { return {&weight_, &bias_}; }

 private:
  Shape shape_;
  std::size_t channels_, rows_;  // rows of one sample
  double epsilon_;
  Parameter<T> weight_, bias_;
  std::vector<double> mean_, inverse_deviation_;  // of each row of the last batch
};

}  // namespace anneal
