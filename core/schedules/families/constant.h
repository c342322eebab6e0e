// The rate that does not move.
#pragma once

#include <string_view>

#include "base/checks.h"

namespace anneal::schedules {

// rate(t) = initial
struct Constant {
  static constexpr std::string_view type = "constant";

  double initial = 0;  // >= 0; a rate of 0 freezes the weights

  double rate(double) const { return initial; }
  void check(Checks& checks) const { checks.at_least("initial", initial, 0); }

  template <class Visit>
  static void keys(Visit&& visit) {
    visit.required("initial", &Constant::initial);
  }
};

}  // namespace anneal::schedules
