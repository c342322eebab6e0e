// Mean squared error against the smoothed one-hot label.
#pragma once

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "losses/target.h"

namespace anneal {

struct MeanSquaredError {
  static constexpr std::string_view type = "mean_squared_error";
  static constexpr std::array formula = {
      R"(q_c = (1 - \key{label_smoothing}) \, [c = y] + \frac{\key{label_smoothing}}{C})",
      R"(L = \frac{1}{C} \sum_c (z_c - q_c)^2)",
  };

  template <class Visit>
  static void keys(Visit&&) {}

  // Of one sample. Where gradient is not null, it receives `scale` times the gradient by the
  // outputs: 2 (outputs - target) / classes.
  template <class T>
  static double sample(const T* outputs, const Target& target, double scale, T* gradient) {
    const double classes = static_cast<double>(target.classes);
    double sum = 0;
    for (std::size_t c = 0; c < target.classes; ++c) {
      const double difference = static_cast<double>(outputs[c]) - target[c];
      sum += difference * difference;
      if (gradient != nullptr) gradient[c] = static_cast<T>(2 * difference / classes * scale);
    }
    return sum / classes;
  }

  // The probabilities of the classes: the outputs as they are.
  static void probabilities(std::span<const float> outputs, std::span<float> probabilities) {
    std::copy(outputs.begin(), outputs.end(), probabilities.begin());
  }
};

}  // namespace anneal
