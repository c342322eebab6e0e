// A straight line from one rate to another, and flat from then on. PyTorch's LinearLR, optax'
// linear_schedule; with final = 0 the line alpha_0 - (t / T) * alpha_0.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/checks.h"
#include "schedules/shapes.h"

namespace anneal::schedules {

// rate(t) = initial + (final - initial) * min(t, T) / T, where T is total
struct Linear {
  static constexpr std::string_view type = "linear";

  double initial = 0;                      // >= 0; below `final` the rate rises
  double final = 0;                        // >= 0
  std::optional<std::int64_t> total = {};  // >= 1; left out: the run's length

  double rate(double t, double run) const {
    const double length = total ? static_cast<double>(*total) : run;
    if (t >= length) return final;
    return linear_between(initial, final, t / length);
  }
  void check(Checks& checks) const {
    checks.at_least("initial", initial, 0);
    checks.at_least("final", final, 0);
    if (total) checks.count("total", *total, 1);
  }

  template <class Visit>
  static void keys(Visit&& visit) {
    visit.required("initial", &Linear::initial);
    visit.optional("final", &Linear::final);
    visit.optional("total", &Linear::total);
  }
};

}  // namespace anneal::schedules
