// Step decay at chosen moments. A milestone m takes effect at t = m, as in PyTorch's MultiStepLR
// and optax' piecewise_constant_schedule; Keras' PiecewiseConstantDecay acts at m + 1 and timm's
// MultiStepLRScheduler at m - 1.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/checks.h"

namespace anneal::schedules {

// rate(t) = initial * factor^(number of milestones m with m <= t)
struct MultiStep {
  static constexpr std::string_view type = "multi_step";

  double initial = 0;                         // > 0
  double factor = 1;                          // > 0
  std::vector<std::int64_t> milestones = {};  // >= 0, not descending; one named twice counts twice

  double rate(double t) const {
    const auto next = std::upper_bound(milestones.begin(), milestones.end(), t);
    return initial * std::pow(factor, static_cast<double>(next - milestones.begin()));
  }
  void check(Checks& checks) const {
    checks.above("initial", initial, 0);
    checks.above("factor", factor, 0);
    for (std::size_t i = 0; i < milestones.size(); ++i) {
      const std::int64_t least = i == 0 ? 0 : std::max<std::int64_t>(0, milestones[i - 1]);
      checks.count("milestones[" + std::to_string(i) + "]", milestones[i], least);
    }
  }

  template <class Visit>
  static void keys(Visit&& visit) {
    visit.required("initial", &MultiStep::initial);
    visit.required("factor", &MultiStep::factor);
    visit.required("milestones", &MultiStep::milestones);
  }
};

}  // namespace anneal::schedules
