#include "kernels/sum_of_squares.h"

#include <algorithm>
#include <array>

#include "kernels/simd.h"
#include "parallel/thread_pool.h"

namespace anneal::kernels {
namespace {

constexpr std::size_t kMostParts = 64;
constexpr std::size_t kLeastPart = std::size_t{1} << 16;
constexpr std::size_t kBlock = 4096;

template <class V>
V clamped_square(V x, V limit) {
  const V y = xsimd::select(x > limit, limit, xsimd::select(x < -limit, -limit, x));
  return y * y;
}

// At most kBlock elements. Four independent sums hide the latency of the additions.
template <class T>
double sum_block(const T* x, std::size_t count, T limit) {
  using V = Vector<T>;
  constexpr std::size_t width = V::size;
  const V bound(limit);
  std::array<V, 4> sums{V(0), V(0), V(0), V(0)};
  std::size_t i = 0;
  for (; i + 4 * width <= count; i += 4 * width) {
    for (std::size_t k = 0; k < 4; ++k) {
      sums[k] = sums[k] + clamped_square(V::load_unaligned(x + i + k * width), bound);
    }
  }
  double total = xsimd::reduce_add((sums[0] + sums[1]) + (sums[2] + sums[3]));
  for (; i < count; ++i) {
    const T y = x[i] > limit ? limit : x[i] < -limit ? -limit : x[i];
    total += static_cast<double>(y) * static_cast<double>(y);
  }
  return total;
}

}  // namespace

template <class T>
double sum_of_squares(const T* x, std::size_t count, T limit) {
  const std::size_t even = (count + kMostParts - 1) / kMostParts;
  const std::size_t part = std::max(kLeastPart, (even + kBlock - 1) / kBlock * kBlock);
  const std::size_t parts = (count + part - 1) / part;
  std::array<double, kMostParts> sums{};
  parallel_for(parts, [&](std::size_t task) {
    const std::size_t last = std::min(count, (task + 1) * part);
    for (std::size_t i = task * part; i < last; i += kBlock) {
      sums[task] += sum_block(x + i, std::min(kBlock, last - i), limit);
    }
  });
  double total = 0;
  for (std::size_t i = 0; i < parts; ++i) total += sums[i];
  return total;
}

template double sum_of_squares(const float*, std::size_t, float);
template double sum_of_squares(const double*, std::size_t, double);

}  // namespace anneal::kernels
