// Step decay: the rate falls by a factor every so often and is flat between. PyTorch's StepLR.
#pragma once

#include <array>
#include <cmath>
#include <cstdint>
#include <string_view>

#include "base/field.h"
#include "schedules/units.h"

namespace anneal::schedules {

// rate(t) = initial * factor^floor(t / every); the first `every` units have the initial rate.
struct Step {
  static constexpr std::string_view type = "step";
  static constexpr std::array formula = {
      R"(\eta_t = \key{initial} \, \key{factor}^{\lfloor t / \key{every} \rfloor})",
  };

  double initial = 0;      // > 0
  double factor = 1;       // > 0
  std::int64_t every = 1;  // >= 1

  double rate(double t) const {
    return initial * std::pow(factor, std::floor(t / static_cast<double>(every)));
  }

  template <class Visit>
  static void keys(Visit&& visit) {
    visit.required("initial", &Step::initial,
                   {.range = above(0), .unit = kRate, .symbol = "\\eta_0"});
    visit.required("factor", &Step::factor, {.range = above(0), .symbol = "\\gamma"});
    visit.required("every", &Step::every, {.range = positive, .unit = kTime, .symbol = "s"});
  }
};

}  // namespace anneal::schedules
