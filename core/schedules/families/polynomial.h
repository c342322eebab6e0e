// Polynomial decay, flat after its end. PyTorch's PolynomialLR (final = 0), Keras' PolynomialDecay
// without `cycle`, optax' polynomial_schedule.
#pragma once

#include <array>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/field.h"
#include "schedules/units.h"

namespace anneal::schedules {

// rate(t) = (initial - final) * (1 - min(t, T) / T)^power + final, where T is total
struct Polynomial {
  static constexpr std::string_view type = "polynomial";
  static constexpr std::array formula = {
      R"(\eta_t = (\key{initial} - \key{final}) \left(1 - \frac{\min(t, \key{total})}{\key{total}}\right)^{\key{power}} + \key{final})",
  };

  double initial = 0;                      // > 0
  double final = 0;                        // >= 0
  double power = 1;                        // > 0
  std::optional<std::int64_t> total = {};  // >= 1; left out: the run's length

  double rate(double t, double run) const {
    const double length = total ? static_cast<double>(*total) : run;
    if (t >= length) return final;
    return (initial - final) * std::pow(1 - t / length, power) + final;
  }

  template <class Visit>
  static void keys(Visit&& visit) {
    visit.required("initial", &Polynomial::initial,
                   {.range = above(0), .unit = kRate, .symbol = "\\eta_0"});
    visit.optional("final", &Polynomial::final,
                   {.range = at_least(0), .unit = kRate, .symbol = "\\eta_T"});
    visit.required("power", &Polynomial::power, {.range = above(0), .symbol = "p"});
    visit.optional(
        "total", &Polynomial::total,
        {.range = positive, .unit = kTime, .symbol = "T", .omitted = "the length of the run"});
  }
};

}  // namespace anneal::schedules
