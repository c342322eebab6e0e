// Warm-up, plateau, decay (WSD; Hu et al. 2024, arXiv 2404.06395), as Hugging Face's
// get_wsd_schedule with min_lr_ratio = final / peak: the warm-up starts at `final`, too.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/checks.h"

namespace anneal::schedules {

enum class DecayShape { linear, cosine, one_minus_sqrt };

constexpr std::array<std::string_view, 3> names(DecayShape) {
  return {"linear", "cosine", "one_minus_sqrt"};
}

// W = warmup, S = stable, D = decay, q = (t - W - S) / D:
//   t < W          final + (peak - final) * t / W
//   t < W + S      peak
//   t < W + S + D  final + (peak - final) * {1 - q | (1 + cos(pi * q)) / 2 | 1 - sqrt(q)}
//   later          final
struct WarmupStableDecay {
  static constexpr std::string_view type = "warmup_stable_decay";

  double peak = 0;                          // > 0
  std::int64_t warmup = 0;                  // >= 0
  std::optional<std::int64_t> stable = {};  // >= 0; left out: what the others leave of the run
  std::int64_t decay = 1;                   // >= 1
  DecayShape shape = DecayShape::linear;
  double final = 0;  // in [0, peak]

  double rate(double t, double run) const;
  void check(Checks& checks) const;

  template <class Visit>
  static void keys(Visit&& visit) {
    visit.required("peak", &WarmupStableDecay::peak);
    visit.required("warmup", &WarmupStableDecay::warmup);
    visit.optional("stable", &WarmupStableDecay::stable);
    visit.required("decay", &WarmupStableDecay::decay);
    visit.optional("shape", &WarmupStableDecay::shape);
    visit.optional("final", &WarmupStableDecay::final);
  }
};

}  // namespace anneal::schedules
