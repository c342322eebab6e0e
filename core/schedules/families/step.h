// Step decay: the rate falls by a factor every so often and is flat between. PyTorch's StepLR.
#pragma once

#include <cmath>
#include <cstdint>
#include <string_view>

#include "base/checks.h"

namespace anneal::schedules {

// rate(t) = initial * factor^floor(t / every); the first `every` units have the initial rate.
struct Step {
  static constexpr std::string_view type = "step";

  double initial = 0;      // > 0
  double factor = 1;       // > 0
  std::int64_t every = 1;  // >= 1

  double rate(double t) const {
    return initial * std::pow(factor, std::floor(t / static_cast<double>(every)));
  }
  void check(Checks& checks) const {
    checks.above("initial", initial, 0);
    checks.above("factor", factor, 0);
    checks.count("every", every, 1);
  }

  template <class Visit>
  static void keys(Visit&& visit) {
    visit.required("initial", &Step::initial);
    visit.required("factor", &Step::factor);
    visit.required("every", &Step::every);
  }
};

}  // namespace anneal::schedules
