#include "schedules/families/piecewise.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "schedules/shapes.h"

namespace anneal::schedules {

double Piecewise::rate(double t) const {
  const auto next = std::upper_bound(knots.begin(), knots.end(), t,
                                     [](double value, const Knot& knot) { return value < knot.t; });
  if (next == knots.begin()) return knots.front().rate;
  const Knot& before = *(next - 1);
  if (next == knots.end() || between == Between::step) return before.rate;
  const double share = (t - before.t) / (next->t - before.t);
  return between == Between::linear ? linear_between(before.rate, next->rate, share)
                                    : cosine_between(before.rate, next->rate, share);
}

void Piecewise::check(Checks& checks) const {
  if (knots.empty()) checks.note("knots", "expected at least one [t, rate], got none");
  for (std::size_t i = 0; i < knots.size(); ++i) {
    const std::string key = "knots[" + std::to_string(i) + "]";
    if (i == 0) {
      checks.within(key + "[0]", knots[i].t, 0, static_cast<double>(kLongest));
    } else {
      checks.above_up_to(key + "[0]", knots[i].t, knots[i - 1].t, static_cast<double>(kLongest));
    }
    checks.at_least(key + "[1]", knots[i].rate, 0);
  }
}

}  // namespace anneal::schedules
