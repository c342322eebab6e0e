// Fully connected layer.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "base/field.h"
#include "layers/description.h"
#include "layers/weighted_layer.h"

namespace anneal {

template <class T>
class Dense;

struct DenseSettings {
  static constexpr std::string_view type = "dense";
  static constexpr std::string_view group = "dense";
  static constexpr std::array formula = {
      R"(y_j = b_j + \sum_i x_i \, w_{i,j}, \quad j < \key{units})",
  };
  template <class T>
  using Class = Dense<T>;

  std::size_t units = 1;
  bool bias = true;
  Initialiser initialiser = Initialiser::he_normal;

  template <class Visit>
  static void keys(Visit&& visit) {
    visit.required("units", &DenseSettings::units, {.range = positive, .symbol = "U"});
    weight_keys<DenseSettings>(visit);
  }

  // Throws Error (experiment) at `path` where the input still has axes: a flatten belongs in front.
  LayerDescription describe(const Shape& input, const std::string& path) const;
};

// y = x W + b: [in] -> [units]; weight [in, units], bias [units].
template <class T>
class Dense final : public WeightedLayer<T, Dense<T>> {
 public:
  Dense(const DenseSettings& settings, const LayerSite& site);

  void run(const T* input, T* output, std::size_t batch, const kernels::Epilogue<T>& epilogue);
  void backward(const T* input, const T* output, const T* output_gradient, T* input_gradient,
                std::size_t batch) override;

 private:
  std::size_t inputs_, units_;
};

}  // namespace anneal
