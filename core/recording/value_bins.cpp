#include "recording/value_bins.h"

#include <cmath>

namespace anneal {

std::array<double, ValueBins::kCount + 1> ValueBins::edges() {
  std::array<double, kCount + 1> edges{};
  for (std::size_t i = 0; i <= kBinsPerSign; ++i) {
    const double edge =
        std::exp2(kLowestExponent + static_cast<double>(i) / static_cast<double>(kPerOctave));
    edges[kZero + 1 + i] = edge;
    edges[kZero - i] = -edge;
  }
  return edges;
}

}  // namespace anneal
