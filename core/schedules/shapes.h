// The two ways between two rates that several families share.
#pragma once

#include <cmath>
#include <numbers>

namespace anneal::schedules {

// `share` runs from 0 (from) to 1 (to).
inline double linear_between(double from, double to, double share) {
  return from + (to - from) * share;
}

// Half a cosine wave: flat at both ends. Written as PyTorch's annealing is, so that share = 1 gives
// `to` exactly.
inline double cosine_between(double from, double to, double share) {
  return to + (from - to) / 2 * (1 + std::cos(std::numbers::pi * share));
}

}  // namespace anneal::schedules
