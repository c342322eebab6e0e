// Lion, the evolved sign momentum (Chen et al. 2023, arXiv 2302.06675, Algorithm 2). The paper's
// weight decay is the decoupled one.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "optim/update_rule.h"

namespace anneal {

// s: mean of g
template <class T>
struct LionKernel {
  static constexpr std::size_t states = 1;
  T beta1, one_minus_beta1, beta2, one_minus_beta2, rate;

  template <class V>
  void operator()(V& w, V g, std::array<V, states>& s) const {
    w = w - V(rate) * kernels::sign(V(beta1) * s[0] + V(one_minus_beta1) * g);
    s[0] = V(beta2) * s[0] + V(one_minus_beta2) * g;
  }
};

// w <- w - rate * sign(beta1 * m + (1 - beta1) * g),   m <- beta2 * m + (1 - beta2) * g
struct LionSettings {
  static constexpr std::string_view type = "lion";
  static constexpr std::array formula = {
      R"(w \leftarrow w - \rate \, \operatorname{sign}(\key{beta1} \, m + (1 - \key{beta1}) \, g))",
      R"(m \leftarrow \key{beta2} \, m + (1 - \key{beta2}) \, g)",
  };
  static constexpr Momentum momentum_kind = Momentum::built_in;
  static constexpr std::array states = {"mean"};  // m

  double beta1 = 0.9;
  double beta2 = 0.99;

  template <class Visit>
  static void keys(Visit&& visit) {
    visit.optional("beta1", &LionSettings::beta1, {.range = share(), .symbol = "\\beta_1"});
    visit.optional("beta2", &LionSettings::beta2, {.range = share(), .symbol = "\\beta_2"});
  }

  template <class T>
  LionKernel<T> kernel(const RuleStep& step) const {
    const double beta = step.momentum.value_or(beta1);
    return {static_cast<T>(beta), static_cast<T>(1 - beta), static_cast<T>(beta2),
            static_cast<T>(1 - beta2), static_cast<T>(step.rate)};
  }
};

}  // namespace anneal
