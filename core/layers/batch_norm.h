// Batch normalisation over the last axis (Ioffe and Szegedy, 2015).
#pragma once

#include "layers/layer.h"
#include "layers/settings.h"

namespace anneal {

// y = (x - mean) / sqrt(variance + epsilon) * weight + bias, for each channel (the last axis). In
// training, mean and variance (divided by the count) are those of the batch over all other axes,
// and
//   running = (1 - momentum) running + momentum batch,
// where the running variance takes that of the batch divided by count - 1, as in PyTorch; in
// evaluation the running ones are used. weight starts at 1, bias at 0, the running mean at 0 and
// the running variance at 1; all are [C].
template <class T>
class BatchNorm final : public Layer<T> {
 public:
  BatchNorm(const Shape& input, const BatchNormSettings& settings, const std::string& name);

  std::string_view type() const override { return "batch_norm"; }
  const Shape& input_shape() const override { return shape_; }
  const Shape& output_shape() const override { return shape_; }
  void forward(const T* input, T* output, std::size_t batch, Pass pass) override;
  void backward(const T* input, const T* output, const T* output_gradient, T* input_gradient,
                std::size_t batch) override;
  std::vector<Parameter<T>*> parameters() override { return {&weight_, &bias_}; }
  std::vector<Buffer<T>*> buffers() override { return {&running_mean_, &running_variance_}; }

 private:
  void update_running(std::size_t count);

  Shape shape_;
  std::size_t channels_;
  double momentum_, epsilon_;
  Parameter<T> weight_, bias_;
  Buffer<T> running_mean_, running_variance_;
  std::vector<double> mean_, variance_, inverse_deviation_;  // of the last pass
};

}  // namespace anneal
