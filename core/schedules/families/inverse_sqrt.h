// Inverse-square-root decay, the tail of the Transformer's schedule (Vaswani et al. 2017, arXiv
// 1706.03762). Hugging Face's get_inverse_sqrt_schedule, whose warm-up is the `warmup` in front and
// whose timescale is by default that warm-up's length.
#pragma once

#include <array>
#include <cmath>
#include <string_view>

#include "base/field.h"
#include "schedules/units.h"

namespace anneal::schedules {

// rate(t) = initial / sqrt((t + timescale) / timescale)
struct InverseSqrt {
  static constexpr std::string_view type = "inverse_sqrt";
  static constexpr std::array formula = {
      R"(\eta_t = \key{initial} \sqrt{\frac{\key{timescale}}{t + \key{timescale}}})",
  };

  double initial = 0;    // > 0
  double timescale = 1;  // > 0, in the unit; after 3 timescales the rate has halved

  double rate(double t) const { return initial / std::sqrt((t + timescale) / timescale); }

  template <class Visit>
  static void keys(Visit&& visit) {
    visit.required("initial", &InverseSqrt::initial,
                   {.range = above(0), .unit = kRate, .symbol = "\\eta_0"});
    visit.required("timescale", &InverseSqrt::timescale,
                   {.range = above(0), .unit = kTime, .symbol = "\\tau"});
  }
};

}  // namespace anneal::schedules
