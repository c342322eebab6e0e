// Stochastic gradient descent, with momentum (Polyak 1964) and Nesterov's variant of it (Sutskever
// et al. 2013), in PyTorch's convention: the rate multiplies the velocity, not the gradient in it,
// so that a change of the rate acts at once. Dampening is left out.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <variant>

#include "base/checks.h"
#include "optim/update_rule.h"

namespace anneal {

template <class T>
struct SgdKernel {
  static constexpr std::size_t states = 0;
  T rate;

  template <class V>
  void operator()(V& w, V g, std::array<V, states>&) const {
    w = w - V(rate) * g;
  }
};

// s: velocity
template <class T, bool kNesterov>
struct MomentumKernel {
  static constexpr std::size_t states = 1;
  T rate, momentum;

  template <class V>
  void operator()(V& w, V g, std::array<V, states>& s) const {
    s[0] = V(momentum) * s[0] + g;
    const V direction = kNesterov ? g + V(momentum) * s[0] : s[0];
    w = w - V(rate) * direction;
  }
};

// v <- momentum * v + g,   w <- w - rate * v,   with nesterov   w <- w - rate * (g + momentum * v)
// Without a velocity   w <- w - rate * g.
struct SgdSettings {
  static constexpr std::string_view type = "sgd";
  static constexpr std::array formula = {
      R"(v \leftarrow \key{momentum} \, v + g)",
      R"(w \leftarrow w - \rate \, v)",
      R"(w \leftarrow w - \rate \, (g + \key{momentum} \, v) \quad \text{(nesterov)})",
  };
  static constexpr Momentum momentum_kind = Momentum::velocity;
  static constexpr std::array<const char*, 0> states = {};

  double momentum = 0;
  bool nesterov = false;

  template <class Visit>
  static void keys(Visit&& visit) {
    visit.optional("momentum", &SgdSettings::momentum, {.range = share(), .symbol = "\\mu"});
    visit.optional("nesterov", &SgdSettings::nesterov);
  }

  void check(Checks& checks) const {
    if (nesterov && momentum == 0) {
      checks.note("nesterov", "expected a momentum above 0 with it, got 0");
    }
  }

  template <class T>
  using Kernel = std::variant<SgdKernel<T>, MomentumKernel<T, false>, MomentumKernel<T, true>>;

  template <class T>
  Kernel<T> kernel(const RuleStep& step) const {
    const T rate = static_cast<T>(step.rate);
    if (!step.has_velocity) return SgdKernel<T>{rate};
    const T factor = static_cast<T>(step.momentum.value_or(momentum));
    if (nesterov) return MomentumKernel<T, true>{rate, factor};
    return MomentumKernel<T, false>{rate, factor};
  }
};

}  // namespace anneal
