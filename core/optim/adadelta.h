// Adadelta (Zeiler 2012, arXiv 1212.5701), in PyTorch's convention: the paper's update times a
// rate, for which the paper has 1.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "optim/update_rule.h"

namespace anneal {

// s: mean of g^2, mean of the squared updates
template <class T>
struct AdadeltaKernel {
  static constexpr std::size_t states = 2;
  T rho, one_minus_rho, rate, epsilon;

  template <class V>
  void operator()(V& w, V g, std::array<V, states>& s) const {
    s[0] = V(rho) * s[0] + V(one_minus_rho) * g * g;
    const V update = xsimd::sqrt(s[1] + V(epsilon)) / xsimd::sqrt(s[0] + V(epsilon)) * g;
    s[1] = V(rho) * s[1] + V(one_minus_rho) * update * update;
    w = w - V(rate) * update;
  }
};

// s <- rho * s + (1 - rho) * g^2,   d = g * sqrt(u + epsilon) / sqrt(s + epsilon)
// u <- rho * u + (1 - rho) * d^2,   w <- w - rate * d
struct AdadeltaSettings {
  static constexpr std::string_view type = "adadelta";
  static constexpr std::array formula = {
      R"(s \leftarrow \key{rho} \, s + (1 - \key{rho}) \, g^2)",
      R"(d = \frac{\sqrt{u + \key{epsilon}}}{\sqrt{s + \key{epsilon}}} \, g)",
      R"(u \leftarrow \key{rho} \, u + (1 - \key{rho}) \, d^2)",
      R"(w \leftarrow w - \rate \, d)",
  };
  static constexpr Momentum momentum_kind = Momentum::none;
  static constexpr std::array states = {"mean_square", "mean_square_update"};  // s, u

  double rho = 0.9;
  double epsilon = 1e-6;

  template <class Visit>
  static void keys(Visit&& visit) {
    visit.optional("rho", &AdadeltaSettings::rho, {.range = share(), .symbol = "\\rho"});
    visit.optional("epsilon", &AdadeltaSettings::epsilon, kEpsilon);
  }

  template <class T>
  AdadeltaKernel<T> kernel(const RuleStep& step) const {
    return {static_cast<T>(rho), static_cast<T>(1 - rho), static_cast<T>(step.rate),
            static_cast<T>(epsilon)};
  }
};

}  // namespace anneal
