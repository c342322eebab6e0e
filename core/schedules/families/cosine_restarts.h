// Cosine annealing with warm restarts, SGDR (Loshchilov and Hutter 2017, arXiv 1608.03983).
// PyTorch's CosineAnnealingWarmRestarts (height_factor = 1) and Keras' CosineDecayRestarts, of
// which it takes that the factor lowers the height above `final`; timm's cycle_decay lowers the
// peak itself, which is the same where final = 0.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "base/field.h"
#include "schedules/units.h"

namespace anneal::schedules {

// Period i = 0, 1, ... starts at t_i, where t_0 = 0 and t_(i+1) = t_i + period * period_factor^i,
// and
//   rate(t) = final + (initial - final) * height_factor^i * (1 + cos(pi * s)) / 2,
//   s = (t - t_i) / (period * period_factor^i).
// At t = t_(i+1) the rate has jumped back up: a period never shows its own end.
struct CosineRestarts {
  static constexpr std::string_view type = "cosine_restarts";
  static constexpr std::array formula = {
      R"(\eta_t = \key{final} + (\key{initial} - \key{final}) \, \key{height_factor}^i \, \frac{1 + \cos(\pi s)}{2})",
      R"(s = \frac{t - t_i}{\key{period} \, \key{period_factor}^i}, \quad t_{i+1} = t_i + \key{period} \, \key{period_factor}^i)",
  };

  double initial = 0;        // > 0
  double final = 0;          // >= 0
  std::int64_t period = 1;   // >= 1
  double period_factor = 1;  // >= 1
  double height_factor = 1;  // in (0, 1]

  double rate(double t) const;

  template <class Visit>
  static void keys(Visit&& visit) {
    visit.required("initial", &CosineRestarts::initial,
                   {.range = above(0), .unit = kRate, .symbol = "\\eta_0"});
    visit.optional("final", &CosineRestarts::final,
                   {.range = at_least(0), .unit = kRate, .symbol = "\\eta_T"});
    visit.required("period", &CosineRestarts::period,
                   {.range = positive, .unit = kTime, .symbol = "P"});
    visit.optional("period_factor", &CosineRestarts::period_factor,
                   {.range = at_least(1), .symbol = "q"});
    visit.optional("height_factor", &CosineRestarts::height_factor,
                   {.range = above_up_to(0, 1), .symbol = "h"});
  }
};

}  // namespace anneal::schedules
