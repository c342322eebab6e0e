#include "register_peak.h"

#include <algorithm>

#include "kernels/peak.h"
#include "timing.h"

namespace anneal::bench {

double register_peak() {
  constexpr std::size_t kRounds = 1u << 18;
  constexpr double kSeconds = 0.5;  // enough for an engine to compile the loops at its best
  const auto loops = kernels::peak_loops();
  double best = 0;
  volatile float kept = 0;
  for (const Clock clock; clock.seconds() < kSeconds;) {
    for (const kernels::PeakLoop& loop : loops) {
      const Clock one;
      kept = loop.run(kRounds);
      const auto operations = static_cast<double>(kRounds * loop.operations);
      best = std::max(best, 1e-9 * operations / one.seconds());
    }
  }
  static_cast<void>(kept);
  return best;
}

}  // namespace anneal::bench
