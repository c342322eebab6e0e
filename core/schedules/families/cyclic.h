// Cyclical rates (Smith 2017, arXiv 1506.01186): up and down between two bounds, again and again.
// PyTorch's CyclicLR. The momentum that PyTorch's may cycle the other way is left out; one_cycle
// has it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/checks.h"
#include "schedules/units.h"

namespace anneal::schedules {

enum class CyclicMode {
  triangular,   // every cycle as high as the first
  triangular2,  // each cycle half as high as the one before
  exp_range,    // height times gamma^t
};

constexpr std::array<std::string_view, 3> names(CyclicMode) {
  return {"triangular", "triangular2", "exp_range"};
}

// With S = up + down, cycle c = floor(1 + t / S) and k the height within the cycle, from 0 to 1 in
// `up` and back in `down`:
//   rate(t) = low + (high - low) * k * {1 | 2^(1 - c) | gamma^t}
struct Cyclic {
  static constexpr std::string_view type = "cyclic";
  static constexpr std::array formula = {
      R"(\eta_t = \key{low} + (\key{high} - \key{low}) \, k_t \, a_c)",
      R"(a_c = 1 \;\text{(triangular)}, \quad 2^{1 - c} \;\text{(triangular2)}, \quad \key{gamma}^t \;\text{(exp\_range)}, \quad c = \left\lfloor 1 + \frac{t}{\key{up} + \key{down}} \right\rfloor)",
  };

  double low = 0;                         // >= 0
  double high = 0;                        // > low
  std::int64_t up = 1;                    // >= 1
  std::optional<std::int64_t> down = {};  // >= 1; left out: up
  CyclicMode mode = CyclicMode::triangular;
  double gamma = 1;  // in (0, 1]; for exp_range only

  double rate(double t) const;
  void check(Checks& checks) const;

  template <class Visit>
  static void keys(Visit&& visit) {
    visit.required("low", &Cyclic::low,
                   {.range = at_least(0), .unit = kRate, .symbol = "\\eta_{\\min}"});
    visit.required("high", &Cyclic::high,
                   {.range = above(0), .unit = kRate, .symbol = "\\eta_{\\max}"});
    visit.required("up", &Cyclic::up, {.range = positive, .unit = kTime, .symbol = "u"});
    visit.optional("down", &Cyclic::down,
                   {.range = positive, .unit = kTime, .symbol = "d", .omitted = "as long as up"});
    visit.optional("mode", &Cyclic::mode);
    visit.optional("gamma", &Cyclic::gamma, {.range = above_up_to(0, 1), .symbol = "\\gamma"});
  }
};

}  // namespace anneal::schedules
