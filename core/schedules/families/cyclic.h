// Cyclical rates (Smith 2017, arXiv 1506.01186): up and down between two bounds, again and again.
// PyTorch's CyclicLR. The momentum that PyTorch's may cycle the other way is left out; one_cycle
// has it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/checks.h"

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
    visit.required("low", &Cyclic::low);
    visit.required("high", &Cyclic::high);
    visit.required("up", &Cyclic::up);
    visit.optional("down", &Cyclic::down);
    visit.optional("mode", &Cyclic::mode);
    visit.optional("gamma", &Cyclic::gamma);
  }
};

}  // namespace anneal::schedules
