#include "kernels/peak.h"

#include <array>
#include <utility>

#include "kernels/tile.h"

namespace anneal::kernels {

namespace {

// As many as a tile of the product has: enough to hide the latency of each, few enough to stay in
// registers.
constexpr std::size_t kAccumulators = kRows * kVectors;

template <std::size_t... I>
float rounds(std::size_t count, std::index_sequence<I...>) {
  using V = Vector<float>;
  std::array<V, kAccumulators> sums{V(static_cast<float>(I) * 0.01f)...};
  // The fixed point of x * 0.5 + 0.25 is 0.5: numbers stay ordinary for ever.
  const V factor(0.5f), summand(0.25f);
  for (std::size_t i = 0; i < count; ++i) {
    ((sums[I] = multiply_add(sums[I], factor, summand)), ...);
  }
  V total(0.0f);
  ((total = total + sums[I]), ...);
  return xsimd::reduce_add(total);
}

}  // namespace

const std::size_t kPeakOperationsPerRound = 2 * kAccumulators * Vector<float>::size;

float peak_rounds(std::size_t count) {
  return rounds(count, std::make_index_sequence<kAccumulators>());
}

}  // namespace anneal::kernels
