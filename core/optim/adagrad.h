// Adagrad (Duchi, Hazan and Singer 2011), in PyTorch's convention: epsilon is added to the root.
// PyTorch's own decay of the rate is left out: that is the schedule inverse_time.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "optim/update_rule.h"

namespace anneal {

// s: sum of g^2
template <class T>
struct AdagradKernel {
  static constexpr std::size_t states = 1;
  T rate, epsilon;

  template <class V>
  void operator()(V& w, V g, std::array<V, states>& s) const {
    s[0] = s[0] + g * g;
    w = w - V(rate) * g / (xsimd::sqrt(s[0]) + V(epsilon));
  }
};

// s <- s + g^2,   w <- w - rate * g / (sqrt(s) + epsilon)
struct AdagradSettings {
  static constexpr std::string_view type = "adagrad";
  static constexpr std::array formula = {
      R"(s \leftarrow s + g^2, \quad s_0 = \key{initial_accumulator})",
      R"(w \leftarrow w - \rate \, \frac{g}{\sqrt{s} + \key{epsilon}})",
  };
  static constexpr Momentum momentum_kind = Momentum::none;
  static constexpr std::array states = {"sum_square"};  // s

  double initial_accumulator = 0;
  double epsilon = 1e-10;

  template <class Visit>
  static void keys(Visit&& visit) {
    visit.optional("initial_accumulator", &AdagradSettings::initial_accumulator,
                   {.range = at_least(0), .symbol = "s_0"});
    visit.optional("epsilon", &AdagradSettings::epsilon, kEpsilon);
  }

  double initial_state() const { return initial_accumulator; }

  template <class T>
  AdagradKernel<T> kernel(const RuleStep& step) const {
    return {static_cast<T>(step.rate), static_cast<T>(epsilon)};
  }
};

}  // namespace anneal
