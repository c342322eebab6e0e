// Softmax cross-entropy, stable for logits of any size.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <string_view>

#include "losses/target.h"

namespace anneal {

struct CrossEntropy {
  static constexpr std::string_view type = "cross_entropy";
  static constexpr std::array formula = {
      R"(p = \operatorname{softmax}(z), \quad q_c = (1 - \key{label_smoothing}) \, [c = y] + \frac{\key{label_smoothing}}{C})",
      R"(L = -\sum_c q_c \log p_c)",
  };

  template <class Visit>
  static void keys(Visit&&) {}

  // Of one sample. Where gradient is not null, it receives `scale` times the gradient by the
  // logits: softmax(logits) - target.
  template <class T>
  static double sample(const T* logits, const Target& target, double scale, T* gradient) {
    const double largest = static_cast<double>(*std::max_element(logits, logits + target.classes));
    double sum = 0;           // of exp(logit - largest)
    double target_logit = 0;  // sum of target * (logit - largest)
    for (std::size_t c = 0; c < target.classes; ++c) {
      const double shifted = static_cast<double>(logits[c]) - largest;
      sum += std::exp(shifted);
      if (target[c] != 0) target_logit += target[c] * shifted;
    }
    if (gradient != nullptr) {
      for (std::size_t c = 0; c < target.classes; ++c) {
        const double softmax = std::exp(static_cast<double>(logits[c]) - largest) / sum;
        gradient[c] = static_cast<T>((softmax - target[c]) * scale);
      }
    }
    return std::log(sum) - target_logit;
  }

  // The probabilities of the classes: softmax.
  static void probabilities(std::span<const float> outputs, std::span<float> probabilities) {
    const double largest = static_cast<double>(*std::max_element(outputs.begin(), outputs.end()));
    double sum = 0;
    for (const float output : outputs) sum += std::exp(static_cast<double>(output) - largest);
    std::transform(outputs.begin(), outputs.end(), probabilities.begin(), [&](float output) {
      return static_cast<float>(std::exp(static_cast<double>(output) - largest) / sum);
    });
  }
};

}  // namespace anneal
