// Polynomial decay, flat after its end. PyTorch's PolynomialLR (final = 0), Keras' PolynomialDecay
// without `cycle`, optax' polynomial_schedule.
#pragma once

#include <cmath>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/checks.h"

namespace anneal::schedules {

// rate(t) = (initial - final) * (1 - min(t, T) / T)^power + final, where T is total
struct Polynomial {
  static constexpr std::string_view type = "polynomial";

  double initial = 0;                      // > 0
  double final = 0;                        // >= 0
  double power = 1;                        // > 0
  std::optional<std::int64_t> total = {};  // >= 1; left out: the run's length

  double rate(double t, double run) const {
    const double length = total ? static_cast<double>(*total) : run;
    if (t >= length) return final;
    return (initial - final) * std::pow(1 - t / length, power) + final;
  }
  void check(Checks& checks) const {
    checks.above("initial", initial, 0);
    checks.at_least("final", final, 0);
    checks.above("power", power, 0);
    if (total) checks.count("total", *total, 1);
  }

  template <class Visit>
  static void keys(Visit&& visit) {
    visit.required("initial", &Polynomial::initial);
    visit.optional("final", &Polynomial::final);
    visit.required("power", &Polynomial::power);
    visit.optional("total", &Polynomial::total);
  }
};

}  // namespace anneal::schedules
