// The rate that does not move.
#pragma once

#include <array>
#include <string_view>

#include "base/field.h"
#include "schedules/units.h"

namespace anneal::schedules {

// rate(t) = initial
struct Constant {
  static constexpr std::string_view type = "constant";
  static constexpr std::array formula = {
      R"(\eta_t = \key{initial})",
  };

  double initial = 0;  // >= 0; a rate of 0 freezes the weights

  double rate(double) const { return initial; }

  template <class Visit>
  static void keys(Visit&& visit) {
    visit.required("initial", &Constant::initial,
                   {.range = at_least(0), .unit = kRate, .symbol = "\\eta_0"});
  }
};

}  // namespace anneal::schedules
