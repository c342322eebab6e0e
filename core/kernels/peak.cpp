#include "kernels/peak.h"

#include <utility>

#include "kernels/simd.h"

namespace anneal::kernels {

namespace {

using V = Vector<float>;

// The fixed point of x * 0.5 + 0.25 is 0.5, so values never overflow or become denormal. Volatile,
// so that they are loaded into registers before the loop.
volatile float half = 0.5f, quarter = 0.25f;

template <std::size_t... I>
float sums(std::size_t rounds, std::index_sequence<I...>) {
  V sum[] = {V(static_cast<float>(I) * 0.01f)...};
  const V factor(half), term(quarter);
  for (std::size_t round = 0; round < rounds; ++round) {
    ((sum[I] = multiply_add(sum[I], factor, term)), ...);
  }
  V total(0.0f);
  ((total = total + sum[I]), ...);
  return xsimd::reduce_add(total);
}

template <std::size_t kSums>
float run(std::size_t rounds) {
  return sums(rounds, std::make_index_sequence<kSums>());
}

template <std::size_t kSums>
constexpr PeakLoop kLoop = {2 * kSums * V::size, run<kSums>};

}  // namespace

std::array<PeakLoop, 3> peak_loops() { return {kLoop<8>, kLoop<10>, kLoop<12>}; }

}  // namespace anneal::kernels
