// Cosine annealing (Loshchilov and Hutter 2017, arXiv 1608.03983). After its end the rate stays at
// `final`, as in Keras, optax and timm; PyTorch's CosineAnnealingLR and Hugging Face's cosine rise
// again.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/field.h"
#include "schedules/shapes.h"
#include "schedules/units.h"

namespace anneal::schedules {

// rate(t) = final + (initial - final) * (1 + cos(pi * t / T)) / 2 for t < T, then final; T is total
struct Cosine {
  static constexpr std::string_view type = "cosine";
  static constexpr std::array formula = {
      R"(\eta_t = \key{final} + (\key{initial} - \key{final}) \, \frac{1 + \cos(\pi t / \key{total})}{2})",
  };

  double initial = 0;                      // > 0
  double final = 0;                        // >= 0
  std::optional<std::int64_t> total = {};  // >= 1; left out: the run's length

  double rate(double t, double run) const {
    const double length = total ? static_cast<double>(*total) : run;
    if (t >= length) return final;
    return cosine_between(initial, final, t / length);
  }

  template <class Visit>
  static void keys(Visit&& visit) {
    visit.required("initial", &Cosine::initial,
                   {.range = above(0), .unit = kRate, .symbol = "\\eta_0"});
    visit.optional("final", &Cosine::final,
                   {.range = at_least(0), .unit = kRate, .symbol = "\\eta_T"});
    visit.optional(
        "total", &Cosine::total,
        {.range = positive, .unit = kTime, .symbol = "T", .omitted = "the length of the run"});
  }
};

}  // namespace anneal::schedules
