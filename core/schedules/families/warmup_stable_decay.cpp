#include "schedules/families/warmup_stable_decay.h"

#include <algorithm>
#include <cmath>

#include "schedules/shapes.h"

namespace anneal::schedules {

double WarmupStableDecay::rate(double t, double run) const {
  const double rise = static_cast<double>(warmup);
  const double fall = static_cast<double>(decay);
  const double flat = stable ? static_cast<double>(*stable) : std::max(0.0, run - rise - fall);
  if (t < rise) return linear_between(final, peak, t / rise);
  if (t < rise + flat) return peak;
  const double share = (t - rise - flat) / fall;
  if (share >= 1) return final;
  switch (shape) {
    case DecayShape::linear:
      return linear_between(peak, final, share);
    case DecayShape::cosine:
      return cosine_between(peak, final, share);
    case DecayShape::one_minus_sqrt:
      return linear_between(peak, final, std::sqrt(share));
  }
  return final;
}

void WarmupStableDecay::check(Checks& checks) const {
  checks.number("final", final, between(0, peak));
}

}  // namespace anneal::schedules
