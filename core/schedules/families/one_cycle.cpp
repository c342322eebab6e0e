#include "schedules/families/one_cycle.h"

#include <algorithm>

#include "schedules/shapes.h"

namespace anneal::schedules {

double OneCycle::cycle_value(double start, double middle, double end, double t, double run) const {
  const auto curve = [&](double from, double to, double share) {
    return shape == OneCycleShape::cosine ? cosine_between(from, to, share)
                                          : linear_between(from, to, share);
  };
  const double length = total ? static_cast<double>(*total) : run;
  const double summit = warm_fraction * length - 1;
  const double last = length - 1;
  // A warm phase of no length has no share to speak of; the fall starts at once.
  if (summit > 0 && t <= summit) return curve(start, middle, t / summit);
  if (t >= last) return end;
  return curve(middle, end, (t - summit) / (last - summit));
}

double OneCycle::rate(double t, double run) const {
  const double low = peak / initial_divisor;
  return cycle_value(low, peak, low / final_divisor, t, run);
}

std::optional<double> OneCycle::momentum_at(double t, double run) const {
  if (!momentum) return std::nullopt;
  return cycle_value(momentum->high, momentum->low, momentum->high, t, run);
}

void OneCycle::check(Checks& checks) const {
  if (!momentum) return;
  checks.number("momentum.low", momentum->low, between(0, std::min(1.0, momentum->high)));
}

}  // namespace anneal::schedules
