// Nadam, Adam with Nesterov's momentum (Dozat 2016), in the convention of PyTorch 2 (the one-tensor
// code of PyTorch 1 counted mu_t twice in the product of the next step).
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <string_view>

#include "optim/update_rule.h"

namespace anneal {

// s: mean of g, mean of g^2. The rates of the gradient and of its mean, and `epsilon`, hold the
// bias corrections.
template <class T>
struct NadamKernel {
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

// m, v as in Adam;   mu_t = beta1 * (1 - 0.96^(t * momentum_decay) / 2),   p_t = mu_1 * ... * mu_t
// w <- w - rate * (mu_(t+1) * m / (1 - p_t * mu_(t+1)) + (1 - mu_t) * g / (1 - p_t))
//            / (sqrt(v / (1 - beta2^t)) + epsilon),   t = 1, 2, ...
struct NadamSettings {
  static constexpr std::string_view type = "nadam";
  static constexpr std::array formula = {
      R"(m \leftarrow \key{beta1} \, m + (1 - \key{beta1}) \, g)",
      R"(v \leftarrow \key{beta2} \, v + (1 - \key{beta2}) \, g^2)",
      R"(\mu_t = \key{beta1} \left(1 - \tfrac{1}{2} \, 0.96^{t \, \key{momentum_decay}}\right), \quad p_t = \prod_{i \le t} \mu_i)",
      R"(w \leftarrow w - \rate \, \frac{\mu_{t+1} \, m / (1 - p_t \, \mu_{t+1}) + (1 - \mu_t) \, g / (1 - p_t)}{\sqrt{v / (1 - \key{beta2}^t)} + \key{epsilon}})",
  };
  static constexpr Momentum momentum_kind = Momentum::built_in;
  static constexpr std::array states = {"mean", "mean_square"};  // m, v
  static constexpr const char* scalar = "momentum_product";      // p, from 1

  double beta1 = 0.9;
  double beta2 = 0.999;
  double epsilon = 1e-8;
  double momentum_decay = 4e-3;

  template <class Visit>
  static void keys(Visit&& visit) {
    visit.optional("beta1", &NadamSettings::beta1, {.range = share(), .symbol = "\\beta_1"});
    visit.optional("beta2", &NadamSettings::beta2, {.range = share(), .symbol = "\\beta_2"});
    visit.optional("epsilon", &NadamSettings::epsilon, kEpsilon);
    visit.optional("momentum_decay", &NadamSettings::momentum_decay,
                   {.range = at_least(0), .symbol = "\\psi"});
  }

  // Multiplies the step's scalar by mu_t.
  template <class T>
  NadamKernel<T> kernel(const RuleStep& step) const {
    const double beta = step.momentum.value_or(beta1);
    const auto momentum_at = [&](double t) {
      return beta * (1 - 0.5 * std::pow(0.96, t * momentum_decay));
    };
    const double now = momentum_at(step.steps);
    const double next = momentum_at(step.steps + 1);
    const double product = *step.scalar *= now;
    const double correction2 = std::sqrt(1 - std::pow(beta2, step.steps));
    const double rate = step.rate * correction2;
    return {.beta1 = static_cast<T>(beta),
            .one_minus_beta1 = static_cast<T>(1 - beta),
            .beta2 = static_cast<T>(beta2),
            .one_minus_beta2 = static_cast<T>(1 - beta2),
            .gradient_rate = static_cast<T>(rate * (1 - now) / (1 - product)),
            .mean_rate = static_cast<T>(rate * next / (1 - product * next)),
            .epsilon = static_cast<T>(epsilon * correction2)};
  }
};

}  // namespace anneal
