// Layer normalisation over the last axis (Ba, Kiros and Hinton, 2016).
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
class LayerNorm;

struct LayerNormSettings {
  static constexpr std::string_view type = "layer_norm";
  static constexpr std::string_view group = "normalisation";
  static constexpr std::array formula = {
      R"(y = \gamma \, \frac{x - \mu}{\sqrt{\sigma^2 + \key{epsilon}}} + \beta)",
  };
  template <class T>
  using Class = LayerNorm<T>;

  double epsilon = 1e-5;  // added to the variance

  template <class Visit>
  static void keys(Visit&& visit) {
    visit.optional("epsilon", &LayerNormSettings::epsilon,
                   {.range = above(0), .symbol = "\\epsilon"});
  }

  LayerDescription describe(const Shape& input, const std::string& path) const {
    return describe_output(input, path, 2 * input.back());
  }
};

// y = (x - mean) / sqrt(variance + epsilon) * weight + bias, mean and variance (divided by the
// count) over the last axis: over the channels of each pixel of [H, W, C], over all values of
// [units]. As PyTorch's LayerNorm(C). weight starts at 1, bias at 0; both are [C].
template <class T>
class LayerNorm final : public Layer<T> {
 public:
  LayerNorm(const LayerNormSettings& settings, const LayerSite& site);

  void forward(const T* input, T* output, std::size_t batch, Pass pass) override;
  void backward(const T* input, const T* output, const T* output_gradient, T* input_gradient,
                std::size_t batch) override;
  std::vector<Parameter<T>*> parameters() override { return {&weight_, &bias_}; }

 private:
  std::size_t channels_, rows_;  // rows of one sample
  double epsilon_;
  Parameter<T> weight_, bias_;
  std::vector<double> mean_, inverse_deviation_;  // of each row of the last batch
};

}  // namespace anneal
