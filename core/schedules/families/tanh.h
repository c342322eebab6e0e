// Hyperbolic-tangent decay (Hsueh et al. 2018, arXiv 1806.01593), as timm's TanhLRScheduler with
// one cycle. It does not quite start at `initial` nor quite reach `final` on its own, but is
// `final` from t = total on.
#pragma once

#include <cmath>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/checks.h"

namespace anneal::schedules {

// rate(t) = final + (initial - final) * (1 - tanh(lower * (1 - t / T) + upper * t / T)) / 2 for
// t < T, then final; T is total
struct Tanh {
  static constexpr std::string_view type = "tanh";

  double initial = 0;                      // > 0
  double final = 0;                        // >= 0
  std::optional<std::int64_t> total = {};  // >= 1; left out: the run's length
  double lower = -7;                       // < upper
  double upper = 3;

  double rate(double t, double run) const {
    const double length = total ? static_cast<double>(*total) : run;
    if (t >= length) return final;
    const double share = t / length;
    const double argument = lower * (1 - share) + upper * share;
    return final + (initial - final) * (1 - std::tanh(argument)) / 2;
  }
  void check(Checks& checks) const {
    checks.above("initial", initial, 0);
    checks.at_least("final", final, 0);
    if (total) checks.count("total", *total, 1);
    checks.below("lower", lower, upper);
    checks.finite("upper", upper);
  }

  template <class Visit>
  static void keys(Visit&& visit) {
    visit.required("initial", &Tanh::initial);
    visit.optional("final", &Tanh::final);
    visit.optional("total", &Tanh::total);
    visit.optional("lower", &Tanh::lower);
    visit.optional("upper", &Tanh::upper);
  }
};

}  // namespace anneal::schedules
