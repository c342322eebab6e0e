// Exponential decay: the same factor at every t. PyTorch's ExponentialLR; Keras' ExponentialDecay
// with gamma = rate^(1 / decay_steps).
#pragma once

#include <array>
#include <cmath>
#include <string_view>

#include "base/field.h"
#include "schedules/units.h"

namespace anneal::schedules {

// rate(t) = initial * gamma^t
struct Exponential {
  static constexpr std::string_view type = "exponential";
  static constexpr std::array formula = {
      R"(\eta_t = \key{initial} \, \key{gamma}^t)",
  };

  double initial = 0;  // > 0
  double gamma = 1;    // in (0, 1]

  double rate(double t) const { return initial * std::pow(gamma, t); }

  template <class Visit>
  static void keys(Visit&& visit) {
    visit.required("initial", &Exponential::initial,
                   {.range = above(0), .unit = kRate, .symbol = "\\eta_0"});
    visit.required("gamma", &Exponential::gamma, {.range = above_up_to(0, 1), .symbol = "\\gamma"});
  }
};

}  // namespace anneal::schedules
