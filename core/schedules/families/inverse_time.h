// Inverse-time decay, the 1/t of the convergence proofs (Robbins and Monro 1951). Keras'
// InverseTimeDecay, whose decay_steps is `every`: without it a staircase over whole t would have
// steps of one and change nothing.
#pragma once

#include <array>
#include <cmath>
#include <cstdint>
#include <string_view>

#include "base/field.h"
#include "schedules/units.h"

namespace anneal::schedules {

// rate(t) = initial / (1 + rate * t / every); with `staircase`, floor(t / every)
struct InverseTime {
  static constexpr std::string_view type = "inverse_time";
  static constexpr std::array formula = {
      R"(\eta_t = \frac{\key{initial}}{1 + \key{rate} \, t / \key{every}})",
  };

  double initial = 0;  // > 0
  double decay = 0;    // >= 0; "rate" in the document
  bool staircase = false;
  std::int64_t every = 1;  // >= 1

  double rate(double t) const {
    const double share = t / static_cast<double>(every);
    return initial / (1 + decay * (staircase ? std::floor(share) : share));
  }

  template <class Visit>
  static void keys(Visit&& visit) {
    visit.required("initial", &InverseTime::initial,
                   {.range = above(0), .unit = kRate, .symbol = "\\eta_0"});
    visit.required("rate", &InverseTime::decay, {.range = at_least(0), .symbol = "k"});
    visit.optional("staircase", &InverseTime::staircase);
    visit.optional("every", &InverseTime::every, {.range = positive, .unit = kTime, .symbol = "s"});
  }
};

}  // namespace anneal::schedules
