// Step decay at chosen moments. A milestone m takes effect at t = m, as in PyTorch's MultiStepLR
// and optax' piecewise_constant_schedule; Keras' PiecewiseConstantDecay acts at m + 1 and timm's
// MultiStepLRScheduler at m - 1.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/checks.h"
#include "schedules/units.h"

namespace anneal::schedules {

// rate(t) = initial * factor^(number of milestones m with m <= t)
struct MultiStep {
  static constexpr std::string_view type = "multi_step";
  static constexpr std::array formula = {
      R"(\eta_t = \key{initial} \, \key{factor}^{\#\{i : \key{milestones} \le t\}})",
  };

  double initial = 0;                         // > 0
  double factor = 1;                          // > 0
  std::vector<std::int64_t> milestones = {};  // >= 0, not descending; one named twice counts twice

  double rate(double t) const {
    const auto next = std::upper_bound(milestones.begin(), milestones.end(), t);
    return initial * std::pow(factor, static_cast<double>(next - milestones.begin()));
  }
  void check(Checks& checks) const {
    for (std::size_t i = 1; i < milestones.size(); ++i) {
      const auto before = static_cast<double>(std::max<std::int64_t>(0, milestones[i - 1]));
      checks.integer("milestones[" + std::to_string(i) + "]", milestones[i],
                     between(before, kLargestCount));
    }
  }

  template <class Visit>
  static void keys(Visit&& visit) {
    visit.required("initial", &MultiStep::initial,
                   {.range = above(0), .unit = kRate, .symbol = "\\eta_0"});
    visit.required("factor", &MultiStep::factor, {.range = above(0), .symbol = "\\gamma"});
    visit.required("milestones", &MultiStep::milestones,
                   {.range = not_negative, .unit = kTime, .symbol = "m_i"});
  }
};

}  // namespace anneal::schedules
