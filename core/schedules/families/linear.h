// A straight line from one rate to another, and flat from then on. PyTorch's LinearLR, optax'
// linear_schedule; with final = 0 the line alpha_0 - (t / T) * alpha_0.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/field.h"
#include "schedules/shapes.h"
#include "schedules/units.h"

namespace anneal::schedules {

// rate(t) = initial + (final - initial) * min(t, T) / T, where T is total
struct Linear {
  static constexpr std::string_view type = "linear";
  static constexpr std::array formula = {
      R"(\eta_t = \key{initial} + (\key{final} - \key{initial}) \, \frac{\min(t, \key{total})}{\key{total}})",
  };

  double initial = 0;                      // >= 0; below `final` the rate rises
  double final = 0;                        // >= 0
  std::optional<std::int64_t> total = {};  // >= 1; left out: the run's length

  double rate(double t, double run) const {
    const double length = total ? static_cast<double>(*total) : run;
    if (t >= length) return final;
    return linear_between(initial, final, t / length);
  }

  template <class Visit>
  static void keys(Visit&& visit) {
    visit.required("initial", &Linear::initial,
                   {.range = at_least(0), .unit = kRate, .symbol = "\\eta_0"});
    visit.optional("final", &Linear::final,
                   {.range = at_least(0), .unit = kRate, .symbol = "\\eta_T"});
    visit.optional(
        "total", &Linear::total,
        {.range = positive, .unit = kTime, .symbol = "T", .omitted = "the length of the run"});
  }
};

}  // namespace anneal::schedules
