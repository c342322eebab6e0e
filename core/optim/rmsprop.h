// RMSprop (Hinton, Neural Networks for Machine Learning, lecture 6e; centered: Graves 2013, arXiv
// 1308.0850), in PyTorch's convention: epsilon is added to the root (TensorFlow adds it below).
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <variant>

#include "optim/update_rule.h"

namespace anneal {

// s: mean of g^2, then the mean of g if centered, then the velocity with momentum
template <class T, bool kCentered, bool kMomentum>
struct RmspropKernel {
  static constexpr std::size_t states = 1 + kCentered + kMomentum;
  T alpha, one_minus_alpha, rate, momentum, epsilon;

  template <class V>
  void operator()(V& w, V g, std::array<V, states>& s) const {
    s[0] = V(alpha) * s[0] + V(one_minus_alpha) * g * g;
    V variance = s[0];
    if constexpr (kCentered) {
      s[1] = V(alpha) * s[1] + V(one_minus_alpha) * g;
      variance = variance - s[1] * s[1];
      // Rounding may make a variance of zero slightly negative.
      variance = xsimd::select(variance < V(0), V(0), variance);
    }
    const V direction = g / (xsimd::sqrt(variance) + V(epsilon));
    if constexpr (kMomentum) {
      V& velocity = s[1 + kCentered];
      velocity = V(momentum) * velocity + direction;
      w = w - V(rate) * velocity;
    } else {
      w = w - V(rate) * direction;
    }
  }
};

// s <- alpha * s + (1 - alpha) * g^2,   a <- alpha * a + (1 - alpha) * g  (centered)
// d = g / (sqrt(s - a^2) + epsilon),   a = 0 unless centered
// w <- w - rate * d,   with momentum   v <- momentum * v + d,   w <- w - rate * v
struct RmspropSettings {
  static constexpr std::string_view type = "rmsprop";
  static constexpr std::array formula = {
      R"(s \leftarrow \key{alpha} \, s + (1 - \key{alpha}) \, g^2)",
      R"(a \leftarrow \key{alpha} \, a + (1 - \key{alpha}) \, g \;\text{(centered, else } a = 0\text{)})",
      R"(v \leftarrow \key{momentum} \, v + \frac{g}{\sqrt{s - a^2} + \key{epsilon}})",
      R"(w \leftarrow w - \rate \, v)",
  };
  static constexpr Momentum momentum_kind = Momentum::velocity;
  static constexpr std::array states = {"mean_square"};  // s
  static constexpr const char* centered_state = "mean";  // a

  double alpha = 0.99;
  double epsilon = 1e-8;
  double momentum = 0;
  bool centered = false;

  template <class Visit>
  static void keys(Visit&& visit) {
    visit.optional("alpha", &RmspropSettings::alpha, {.range = share(), .symbol = "\\alpha"});
    visit.optional("epsilon", &RmspropSettings::epsilon, kEpsilon);
    visit.optional("momentum", &RmspropSettings::momentum, {.range = share(), .symbol = "\\mu"});
    visit.optional("centered", &RmspropSettings::centered);
  }

  template <class T>
  using Kernel = std::variant<RmspropKernel<T, false, false>, RmspropKernel<T, false, true>,
                              RmspropKernel<T, true, false>, RmspropKernel<T, true, true>>;

  template <class T>
  Kernel<T> kernel(const RuleStep& step) const {
    if (centered && step.has_velocity) return kernel_of<T, true, true>(step);
    if (centered) return kernel_of<T, true, false>(step);
    if (step.has_velocity) return kernel_of<T, false, true>(step);
    return kernel_of<T, false, false>(step);
  }

 private:
  template <class T, bool kCentered, bool kMomentum>
  RmspropKernel<T, kCentered, kMomentum> kernel_of(const RuleStep& step) const {
    return {static_cast<T>(alpha), static_cast<T>(1 - alpha), static_cast<T>(step.rate),
            static_cast<T>(step.momentum.value_or(momentum)), static_cast<T>(epsilon)};
  }
};

}  // namespace anneal
