// A ramp in front of a schedule. The schedule's own t starts when the ramp ends, so that the ramp
// does not eat into it (optax' warmup_cosine_decay counts it inside decay_steps; here a `total` of
// decay_steps - length gives that curve, and a `total` left out does so by itself).
#pragma once

#include <array>
#include <cmath>
#include <cstdint>
#include <string_view>

#include "base/checks.h"
#include "schedules/units.h"

namespace anneal::schedules {

enum class WarmupShape { linear, exponential };

constexpr std::array<std::string_view, 2> names(WarmupShape) { return {"linear", "exponential"}; }

// For t < length, towards the rate that the schedule starts with:
//   linear       rate(t) = from + (target - from) * t / length
//   exponential  rate(t) = from * (target / from)^(t / length)
// so that t = 0 has `from` and t = length, the schedule's own first moment, has the target.
struct Warmup {
  std::int64_t length = 0;  // in the schedule's unit, >= 1
  double from = 0;          // a rate, >= 0; > 0 with the exponential shape
  WarmupShape shape = WarmupShape::linear;

  double rate(double t, double target) const {
    const double share = t / static_cast<double>(length);
    if (shape == WarmupShape::exponential) return from * std::pow(target / from, share);
    return from + (target - from) * share;
  }
  void check(Checks& checks) const {
    if (shape == WarmupShape::exponential) checks.number("from", from, above(0));
  }

  template <class Visit>
  static void keys(Visit&& visit) {
    visit.required("length", &Warmup::length, {.range = positive, .unit = kTime});
    visit.optional("from", &Warmup::from, {.range = at_least(0), .unit = kRate});
    visit.optional("shape", &Warmup::shape);
  }
};

}  // namespace anneal::schedules
