// Hyperbolic-tangent decay (Hsueh et al. 2018, arXiv 1806.01593), as timm's TanhLRScheduler with
// one cycle. It does not quite start at `initial` nor quite reach `final` on its own, but is
// `final` from t = total on.
#pragma once

#include <array>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/checks.h"
#include "schedules/units.h"

namespace anneal::schedules {

// rate(t) = final + (initial - final) * (1 - tanh(lower * (1 - t / T) + upper * t / T)) / 2 for
// t < T, then final; T is total
struct Tanh {
  static constexpr std::string_view type = "tanh";
  static constexpr std::array formula = {
      R"(\eta_t = \key{final} + \frac{\key{initial} - \key{final}}{2} \left(1 - \tanh\left(\key{lower} \left(1 - \frac{t}{\key{total}}\right) + \key{upper} \, \frac{t}{\key{total}}\right)\right))",
  };

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
    checks.number("lower", lower, {.high = upper, .high_open = true});
  }

  template <class Visit>
  static void keys(Visit&& visit) {
    visit.required("initial", &Tanh::initial,
                   {.range = above(0), .unit = kRate, .symbol = "\\eta_0"});
    visit.optional("final", &Tanh::final,
                   {.range = at_least(0), .unit = kRate, .symbol = "\\eta_T"});
    visit.optional(
        "total", &Tanh::total,
        {.range = positive, .unit = kTime, .symbol = "T", .omitted = "the length of the run"});
    visit.optional("lower", &Tanh::lower, {.symbol = "L"});
    visit.optional("upper", &Tanh::upper, {.symbol = "U"});
  }
};

}  // namespace anneal::schedules
