// Cosine annealing with warm restarts, SGDR (Loshchilov and Hutter 2017, arXiv 1608.03983).
// PyTorch's CosineAnnealingWarmRestarts (height_factor = 1) and Keras' CosineDecayRestarts, of
// which it takes that the factor lowers the height above `final`; timm's cycle_decay lowers the
// peak itself, which is the same where final = 0.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/checks.h"

namespace anneal::schedules {

// Period i = 0, 1, ... starts at t_i, where t_0 = 0 and t_(i+1) = t_i + period * period_factor^i,
// and
//   rate(t) = final + (initial - final) * height_factor^i * (1 + cos(pi * s)) / 2,
//   s = (t - t_i) / (period * period_factor^i).
// At t = t_(i+1) the rate has jumped back up: a period never shows its own end.
struct CosineRestarts {
  static constexpr std::string_view type = "cosine_restarts";

  double initial = 0;        // > 0
  double final = 0;          // >= 0
  std::int64_t period = 1;   // >= 1
  double period_factor = 1;  // >= 1
  double height_factor = 1;  // in (0, 1]

  double rate(double t) const;
  void check(Checks& checks) const;

  template <class Visit>
  static void keys(Visit&& visit) {
    visit.required("initial", &CosineRestarts::initial);
    visit.optional("final", &CosineRestarts::final);
    visit.required("period", &CosineRestarts::period);
    visit.optional("period_factor", &CosineRestarts::period_factor);
    visit.optional("height_factor", &CosineRestarts::height_factor);
  }
};

}  // namespace anneal::schedules
