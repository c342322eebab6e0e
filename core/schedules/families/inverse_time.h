// Inverse-time decay, the 1/t of the convergence proofs (Robbins and Monro 1951). Keras'
// InverseTimeDecay, whose decay_steps is `every`: without it a staircase over whole t would have
// steps of one and change nothing.
#pragma once

#include <cmath>
#include <cstdint>
#include <string_view>

#include "base/checks.h"

namespace anneal::schedules {

// rate(t) = initial / (1 + rate * t / every); with `staircase`, floor(t / every)
struct InverseTime {
  static constexpr std::string_view type = "inverse_time";

  double initial = 0;  // > 0
  double decay = 0;    // >= 0; "rate" in the document
  bool staircase = false;
  std::int64_t every = 1;  // >= 1

  double rate(double t) const {
    const double share = t / static_cast<double>(every);
    return initial / (1 + decay * (staircase ? std::floor(share) : share));
  }
  void check(Checks& checks) const {
    checks.above("initial", initial, 0);
    checks.at_least("rate", decay, 0);
    checks.count("every", every, 1);
  }

  template <class Visit>
  static void keys(Visit&& visit) {
    visit.required("initial", &InverseTime::initial);
    visit.required("rate", &InverseTime::decay);
    visit.optional("staircase", &InverseTime::staircase);
    visit.optional("every", &InverseTime::every);
  }
};

}  // namespace anneal::schedules
