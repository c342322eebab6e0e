// Exponential decay: the same factor at every t. PyTorch's ExponentialLR; Keras' ExponentialDecay
// with gamma = rate^(1 / decay_steps).
#pragma once

#include <cmath>
#include <string_view>

#include "base/checks.h"

namespace anneal::schedules {

// rate(t) = initial * gamma^t
struct Exponential {
  static constexpr std::string_view type = "exponential";

  double initial = 0;  // > 0
  double gamma = 1;    // in (0, 1]

  double rate(double t) const { return initial * std::pow(gamma, t); }
  void check(Checks& checks) const {
    checks.above("initial", initial, 0);
    checks.above_up_to("gamma", gamma, 0, 1);
  }

  template <class Visit>
  static void keys(Visit&& visit) {
    visit.required("initial", &Exponential::initial);
    visit.required("gamma", &Exponential::gamma);
  }
};

}  // namespace anneal::schedules
