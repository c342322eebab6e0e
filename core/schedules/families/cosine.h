// Cosine annealing (Loshchilov and Hutter 2017, arXiv 1608.03983). After its end the rate stays at
// `final`, as in Keras, optax and timm; PyTorch's CosineAnnealingLR and Hugging Face's cosine rise
// again.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/checks.h"
#include "schedules/shapes.h"

namespace anneal::schedules {

// rate(t) = final + (initial - final) * (1 + cos(pi * t / T)) / 2 for t < T, then final; T is total
struct Cosine {
  static constexpr std::string_view type = "cosine";

  double initial = 0;                      // > 0
  double final = 0;                        // >= 0
  std::optional<std::int64_t> total = {};  // >= 1; left out: the run's length

  double rate(double t, double run) const {
    const double length = total ? static_cast<double>(*total) : run;
    if (t >= length) return final;
    return cosine_between(initial, final, t / length);
  }
  void check(Checks& checks) const {
    checks.above("initial", initial, 0);
    checks.at_least("final", final, 0);
    if (total) checks.count("total", *total, 1);
  }

  template <class Visit>
  static void keys(Visit&& visit) {
    visit.required("initial", &Cosine::initial);
    visit.optional("final", &Cosine::final);
    visit.optional("total", &Cosine::total);
  }
};

}  // namespace anneal::schedules
