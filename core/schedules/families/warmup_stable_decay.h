// Warm-up, plateau, decay (WSD; Hu et al. 2024, arXiv 2404.06395), as Hugging Face's
// get_wsd_schedule with min_lr_ratio = final / peak: the warm-up starts at `final`, too.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/checks.h"
#include "schedules/units.h"

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
  static constexpr std::array formula = {
      R"(\eta_t = \key{final} + (\key{peak} - \key{final}) \, \frac{t}{\key{warmup}}, \quad t < \key{warmup})",
      R"(\eta_t = \key{peak}, \quad \key{warmup} \le t < \key{warmup} + \key{stable})",
      R"(\eta_t = \key{final} + (\key{peak} - \key{final}) \, f(q), \quad q = \frac{t - \key{warmup} - \key{stable}}{\key{decay}})",
  };

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
    visit.required("peak", &WarmupStableDecay::peak,
                   {.range = above(0), .unit = kRate, .symbol = "\\eta_{\\max}"});
    visit.required("warmup", &WarmupStableDecay::warmup,
                   {.range = not_negative, .unit = kTime, .symbol = "W"});
    visit.optional("stable", &WarmupStableDecay::stable,
                   {.range = not_negative,
                    .unit = kTime,
                    .symbol = "S",
                    .omitted = "what warm-up and decay leave of the run"});
    visit.required("decay", &WarmupStableDecay::decay,
                   {.range = positive, .unit = kTime, .symbol = "D"});
    visit.optional("shape", &WarmupStableDecay::shape);
    visit.optional("final", &WarmupStableDecay::final,
                   {.range = at_least(0), .unit = kRate, .symbol = "\\eta_T"});
  }
};

}  // namespace anneal::schedules
