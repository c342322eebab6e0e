// Dropout (Srivastava et al., 2014), scaled in training so that evaluation is the identity.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/field.h"
#include "layers/description.h"
#include "layers/layer.h"

namespace anneal {

template <class T>
class Dropout;

struct DropoutSettings {
  static constexpr std::string_view type = "dropout";
  static constexpr std::string_view group = "regularisation";
  static constexpr std::array formula = {
      R"(y = \frac{b \, x}{1 - \key{rate}}, \quad P(b = 0) = \key{rate})",
  };
  template <class T>
  using Class = Dropout<T>;

  double rate = 0.5;  // share of the values that are zeroed

  template <class Visit>
  static void keys(Visit&& visit) {
    visit.optional("rate", &DropoutSettings::rate,
                   {.range = share(), .unit = "share", .symbol = "p"});
  }

  LayerDescription describe(const Shape& input, const std::string& path) const {
    return describe_in_place(input, path);
  }
};

// In training, y = 0 with probability `rate` and x / (1 - rate) otherwise; in evaluation y = x.
// Which values go is a function of the network's seed, the layer and the number of the step.
template <class T>
class Dropout final : public Layer<T> {
 public:
  // The layer's seed is drawn from the site's random stream.
  Dropout(const DropoutSettings& settings, const LayerSite& site);

  bool in_place() const override { return true; }
  void forward(const T* input, T* output, std::size_t batch, Pass pass) override;
  void backward(const T* input, const T* output, const T* output_gradient, T* input_gradient,
                std::size_t batch) override;

 private:
  double rate_;
  std::uint64_t seed_;
  std::vector<std::uint8_t> kept_;  // of each value of the last batch, 1 or 0
};

}  // namespace anneal
