// The 1cycle policy (Smith and Topin 2018, arXiv 1708.07120) in two phases, as PyTorch's
// OneCycleLR: up to the peak, then down far below the start; momentum may run the other way. The
// three-phase variant is left out.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/checks.h"
#include "schedules/units.h"

namespace anneal::schedules {

enum class OneCycleShape { cosine, linear };

constexpr std::array<std::string_view, 2> names(OneCycleShape) { return {"cosine", "linear"}; }

// Momentum runs high -> low while the rate rises, and back.
struct MomentumRange {
  double low = 0.85;   // in [0, 1), not above high
  double high = 0.95;  // in [0, 1)

  template <class Visit>
  static void keys(Visit&& visit) {
    visit.optional("low", &MomentumRange::low, {.range = share()});
    visit.optional("high", &MomentumRange::high, {.range = share()});
  }
};

// From peak / initial_divisor at t = 0 to peak at t = warm_fraction * T - 1, from there to
// peak / (initial_divisor * final_divisor) at t = T - 1, and flat; T is total. The two "- 1" are
// PyTorch's: a run of T updates ends on its last value. For Adam and its like the momentum is
// beta1.
struct OneCycle {
  static constexpr std::string_view type = "one_cycle";
  static constexpr std::array formula = {
      R"(\eta_0 = \frac{\key{peak}}{\key{initial_divisor}} \;\to\; \eta_{\key{warm_fraction} \key{total} - 1} = \key{peak} \;\to\; \eta_{\key{total} - 1} = \frac{\key{peak}}{\key{initial_divisor} \, \key{final_divisor}})",
  };

  double peak = 0;                         // > 0
  std::optional<std::int64_t> total = {};  // >= 1; left out: the run's length
  double warm_fraction = 0.3;              // in [0, 1]
  double initial_divisor = 25;             // > 0
  double final_divisor = 1e4;              // > 0
  OneCycleShape shape = OneCycleShape::cosine;
  std::optional<MomentumRange> momentum = {};

  double rate(double t, double run) const;
  std::optional<double> momentum_at(double t, double run) const;
  void check(Checks& checks) const;

  template <class Visit>
  static void keys(Visit&& visit) {
    visit.required("peak", &OneCycle::peak,
                   {.range = above(0), .unit = kRate, .symbol = "\\eta_{\\max}"});
    visit.optional(
        "total", &OneCycle::total,
        {.range = positive, .unit = kTime, .symbol = "T", .omitted = "the length of the run"});
    visit.optional("warm_fraction", &OneCycle::warm_fraction,
                   {.range = between(0, 1), .unit = "share", .symbol = "w"});
    visit.optional("initial_divisor", &OneCycle::initial_divisor,
                   {.range = above(0), .symbol = "d_0"});
    visit.optional("final_divisor", &OneCycle::final_divisor, {.range = above(0), .symbol = "d_T"});
    visit.optional("shape", &OneCycle::shape);
    visit.optional("momentum", &OneCycle::momentum,
                   {.omitted = "the momentum of the optimizer stays as it is"});
  }

 private:
  double cycle_value(double start, double middle, double end, double t, double run) const;
};

}  // namespace anneal::schedules
