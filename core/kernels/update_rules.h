// The arithmetic of each update rule on one vector of the value w, its gradient g and its state s.
// `states` is the number of its states; the other members are the scalars of a step, which the
// settings of each rule (core/optim) work out.
#pragma once

#include <array>
#include <cstddef>

#include "kernels/simd.h"
#include "kernels/update.h"

namespace anneal::kernels {

template <class T>
struct SgdRule {
  static constexpr std::size_t states = 0;
  T rate;

  template <class V>
  void operator()(V& w, V g, std::array<V, states>&) const {
    w = w - V(rate) * g;
  }
};

// s: velocity
template <class T, bool kNesterov>
struct MomentumRule {
  static constexpr std::size_t states = 1;
  T rate, momentum;

  template <class V>
  void operator()(V& w, V g, std::array<V, states>& s) const {
    s[0] = V(momentum) * s[0] + g;
    const V direction = kNesterov ? g + V(momentum) * s[0] : s[0];
    w = w - V(rate) * direction;
  }
};

// s: mean of g, mean of g^2. `rate` and `epsilon` hold the bias corrections.
template <class T>
struct AdamRule {
  static constexpr std::size_t states = 2;
  T beta1, one_minus_beta1, beta2, one_minus_beta2, rate, epsilon;

  template <class V>
  void operator()(V& w, V g, std::array<V, states>& s) const {
    s[0] = V(beta1) * s[0] + V(one_minus_beta1) * g;
    s[1] = V(beta2) * s[1] + V(one_minus_beta2) * g * g;
    w = w - V(rate) * s[0] / (xsimd::sqrt(s[1]) + V(epsilon));
  }
};

// s: mean of g, mean of g^2. The rates of the gradient and of its mean, and `epsilon`, hold the
// bias corrections.
template <class T>
struct NadamRule {
  static constexpr std::size_t states = 2;
  T beta1, one_minus_beta1, beta2, one_minus_beta2, gradient_rate, mean_rate, epsilon;

  template <class V>
  void operator()(V& w, V g, std::array<V, states>& s) const {
    s[0] = V(beta1) * s[0] + V(one_minus_beta1) * g;
    s[1] = V(beta2) * s[1] + V(one_minus_beta2) * g * g;
    const V direction = V(gradient_rate) * g + V(mean_rate) * s[0];
    w = w - direction / (xsimd::sqrt(s[1]) + V(epsilon));
  }
};

// s: mean of g^2, then the mean of g if centered, then the velocity with momentum
template <class T, bool kCentered, bool kMomentum>
struct RmspropRule {
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

// s: sum of g^2
template <class T>
struct AdagradRule {
  static constexpr std::size_t states = 1;
  T rate, epsilon;

  template <class V>
  void operator()(V& w, V g, std::array<V, states>& s) const {
    s[0] = s[0] + g * g;
    w = w - V(rate) * g / (xsimd::sqrt(s[0]) + V(epsilon));
  }
};

// s: mean of g^2, mean of the squared updates
template <class T>
struct AdadeltaRule {
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

// s: mean of g
template <class T>
struct LionRule {
  static constexpr std::size_t states = 1;
  T beta1, one_minus_beta1, beta2, one_minus_beta2, rate;

  template <class V>
  void operator()(V& w, V g, std::array<V, states>& s) const {
    w = w - V(rate) * sign(V(beta1) * s[0] + V(one_minus_beta1) * g);
    s[0] = V(beta2) * s[0] + V(one_minus_beta2) * g;
  }
};

}  // namespace anneal::kernels
