// Adam (Kingma and Ba 2015, arXiv 1412.6980), in PyTorch's convention: epsilon is added to the
// bias-corrected root. With weight_decay and decay_mode decoupled it is AdamW (Loshchilov and
// Hutter 2019, arXiv 1711.05101).
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <string_view>

#include "optim/update_rule.h"

namespace anneal {

// s: mean of g, mean of g^2. `rate` and `epsilon` hold the bias corrections.
template <class T>
struct AdamKernel {
  static constexpr std::size_t states = 2;
  T beta1, one_minus_beta1, beta2, one_minus_beta2, rate, epsilon;

  template <class V>
  void operator()(V& w, V g, std::array<V, states>& s) const {
    s[0] = V(beta1) * s[0] + V(one_minus_beta1) * g;
    s[1] = V(beta2) * s[1] + V(one_minus_beta2) * g * g;
    w = w - V(rate) * s[0] / (xsimd::sqrt(s[1]) + V(epsilon));
  }
};

// m <- beta1 * m + (1 - beta1) * g,   v <- beta2 * v + (1 - beta2) * g^2
// w <- w - rate * (m / (1 - beta1^t)) / (sqrt(v / (1 - beta2^t)) + epsilon),   t = 1, 2, ...
// Both bias corrections are folded into the step's rate and epsilon: with c = sqrt(1 - beta2^t),
//   w <- w - (rate * c / (1 - beta1^t)) * m / (sqrt(v) + epsilon * c).
struct AdamSettings {
  static constexpr std::string_view type = "adam";
  static constexpr std::array formula = {
      R"(m \leftarrow \key{beta1} \, m + (1 - \key{beta1}) \, g)",
      R"(v \leftarrow \key{beta2} \, v + (1 - \key{beta2}) \, g^2)",
      R"(w \leftarrow w - \rate \, \frac{m / (1 - \key{beta1}^t)}{\sqrt{v / (1 - \key{beta2}^t)} + \key{epsilon}})",
  };
  static constexpr Momentum momentum_kind = Momentum::built_in;
  static constexpr std::array states = {"mean", "mean_square"};  // m, v

  double beta1 = 0.9;
  double beta2 = 0.999;
  double epsilon = 1e-8;

  template <class Visit>
  static void keys(Visit&& visit) {
    visit.optional("beta1", &AdamSettings::beta1, {.range = share(), .symbol = "\\beta_1"});
    visit.optional("beta2", &AdamSettings::beta2, {.range = share(), .symbol = "\\beta_2"});
    visit.optional("epsilon", &AdamSettings::epsilon, kEpsilon);
  }

  template <class T>
  AdamKernel<T> kernel(const RuleStep& step) const {
    const double beta = step.momentum.value_or(beta1);
    const double correction1 = 1 - std::pow(beta, step.steps);
    const double correction2 = std::sqrt(1 - std::pow(beta2, step.steps));
    return {.beta1 = static_cast<T>(beta),
            .one_minus_beta1 = static_cast<T>(1 - beta),
            .beta2 = static_cast<T>(beta2),
            .one_minus_beta2 = static_cast<T>(1 - beta2),
            .rate = static_cast<T>(step.rate * correction2 / correction1),
            .epsilon = static_cast<T>(epsilon * correction2)};
  }
};

}  // namespace anneal
