// Batch normalisation over the last axis (Ioffe and Szegedy, 2015).
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/field.h"
#include "layers/description.h"
#include "layers/layer.h"

namespace anneal {

template <class T>
class BatchNorm;

struct BatchNormSettings {
  static constexpr std::string_view type = "batch_norm";
  static constexpr std::string_view group = "normalisation";
  static constexpr std::array formula = {
      R"(y = \gamma \, \frac{x - \mu_c}{\sqrt{\sigma_c^2 + \key{epsilon}}} + \beta)",
      R"(\bar\mu \leftarrow (1 - \key{momentum}) \, \bar\mu + \key{momentum} \, \mu_c)",
  };
  template <class T>
  using Class = BatchNorm<T>;

  double momentum = 0.1;  // share of the new batch in the running statistics
  double epsilon = 1e-5;  // added to the variance

  template <class Visit>
  static void keys(Visit&& visit) {
    visit.optional("momentum", &BatchNormSettings::momentum,
                   {.range = above_up_to(0, 1), .unit = "share", .symbol = "\\alpha"});
    visit.optional("epsilon", &BatchNormSettings::epsilon,
                   {.range = above(0), .symbol = "\\epsilon"});
  }

  LayerDescription describe(const Shape& input, const std::string& path) const {
    return describe_output(input, path, 2 * input.back());
  }
};

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
  BatchNorm(const BatchNormSettings& settings, const LayerSite& site);

  void forward(const T* input, T* output, std::size_t batch, Pass pass) override;
  void backward(const T* input, const T* output, const T* output_gradient, T* input_gradient,
                std::size_t batch) override;
  std::vector<Parameter<T>*> parameters() override { return {&weight_, &bias_}; }
  std::vector<Buffer<T>*> buffers() override { return {&running_mean_, &running_variance_}; }

 private:
  void update_running(std::size_t count);

  std::size_t channels_;
  double momentum_, epsilon_;
  Parameter<T> weight_, bias_;
  Buffer<T> running_mean_, running_variance_;
  std::vector<double> mean_, variance_, inverse_deviation_;  // of the last pass
};

}  // namespace anneal
