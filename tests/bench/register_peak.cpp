#include "register_peak.h"

#include <algorithm>
#include <cstddef>

#include "kernels/simd.h"
#include "timing.h"

namespace anneal::bench {

namespace {

using V = kernels::Vector<float>;

// Keeps what was computed from being computed away.
volatile float sink;

template <std::size_t kSums>
[[gnu::noinline]] double gflops() {
  constexpr std::size_t kRounds = 1u << 20;
  const V factor(0.999f), term(sink);
  V sums[kSums];
  for (std::size_t i = 0; i < kSums; ++i) sums[i] = V(static_cast<float>(i));
  const Clock clock;
  for (std::size_t round = 0; round < kRounds; ++round) {
    for (std::size_t i = 0; i < kSums; ++i) {
      sums[i] = kernels::multiply_add(sums[i], factor, term);
    }
  }
  const double seconds = clock.seconds();
  V total = sums[0];
  for (std::size_t i = 1; i < kSums; ++i) total = total + sums[i];
  sink = xsimd::reduce_add(total);
  return 2e-9 * kRounds * kSums * V::size / seconds;
}

}  // namespace

double register_peak() {
  constexpr double kSeconds = 0.5;  // enough for an engine to compile the loops at its best
  double best = 0;
  for (const Clock clock; clock.seconds() < kSeconds;) {
    best = std::max({best, gflops<8>(), gflops<10>(), gflops<12>()});
  }
  return best;
}

}  // namespace anneal::bench
