#include "schedules/families/cyclic.h"

#include <cmath>

namespace anneal::schedules {

double Cyclic::rate(double t) const {
  const double rise = static_cast<double>(up);
  const double fall = static_cast<double>(down.value_or(up));
  const double cycles_done = std::floor(t / (rise + fall));
  const double within = t - cycles_done * (rise + fall);
  const double height = within <= rise ? within / rise : (rise + fall - within) / fall;

  double scale = 1;
  if (mode == CyclicMode::triangular2) scale = std::pow(0.5, cycles_done);
  if (mode == CyclicMode::exp_range) scale = std::pow(gamma, t);
  return low + (high - low) * height * scale;
}

void Cyclic::check(Checks& checks) const { checks.number("high", high, above(low)); }

}  // namespace anneal::schedules
