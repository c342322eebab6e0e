// The update of a parameter by any optimizer, in one pass over memory. Each vector of value,
// gradient and state is loaded, adjusted (clipping, weight decay, L1), updated by the rule and
// stored. What depends on the step alone (learning rate, bias corrections) is folded into the
// scalars of the rule beforehand, in double.
//
// There is no fused multiply-add: memory limits the speed, and without it every build gives the
// same bits. The tail uses the same vector code on padded copies, so that the bits of an element do
// not depend on its position.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>

#include "kernels/simd.h"
#include "parallel/thread_pool.h"

namespace anneal::kernels {

// Applied to the gradient g and the value w before the rule:
//   g <- clamp(g, -limit, limit) * scale + decay * w + l1 * sign(w),   w <- shrink * w
template <class T>
struct Adjustment {
  T limit = std::numeric_limits<T>::infinity();
  T scale = 1;
  T decay = 0;
  T l1 = 0;
  T shrink = 1;
};

// Which parts of an adjustment are needed. The arithmetic takes half of the time of a step where
// the arrays fit in a cache.
enum class AdjustmentKind {
  none,
  linear,  // scale, decay, shrink
  full,
};

template <class T>
AdjustmentKind adjustment_kind(const Adjustment<T>& adjustment) {
  if (adjustment.limit != std::numeric_limits<T>::infinity() || adjustment.l1 != 0) {
    return AdjustmentKind::full;
  }
  const bool none = adjustment.scale == 1 && adjustment.decay == 0 && adjustment.shrink == 1;
  return none ? AdjustmentKind::none : AdjustmentKind::linear;
}

// -1, 0 or 1; NaN stays NaN, so that divergence is detected.
template <class V>
inline V sign(V x) {
  return xsimd::select(x > V(0), V(1), xsimd::select(x < V(0), V(-1), x));
}

template <AdjustmentKind kKind, class V, class T>
inline void adjust(const Adjustment<T>& adjustment, V& w, V& g) {
  if constexpr (kKind == AdjustmentKind::full) {
    const V limit(adjustment.limit);
    g = xsimd::select(g > limit, limit, xsimd::select(g < -limit, -limit, g));
  }
  if constexpr (kKind != AdjustmentKind::none) {
    g = g * V(adjustment.scale) + V(adjustment.decay) * w;
  }
  if constexpr (kKind == AdjustmentKind::full) g = g + V(adjustment.l1) * sign(w);
  if constexpr (kKind != AdjustmentKind::none) w = w * V(adjustment.shrink);
}

template <AdjustmentKind kKind, class Rule, class T, std::size_t N>
inline void update_vector(const Rule& rule, const Adjustment<T>& adjustment, T* value,
                          const T* gradient, const std::array<T*, N>& state, std::size_t at) {
  using V = Vector<T>;
  V w = V::load_unaligned(value + at);
  V g = V::load_unaligned(gradient + at);
  std::array<V, N> s;
  for (std::size_t k = 0; k < N; ++k) s[k] = V::load_unaligned(state[k] + at);
  adjust<kKind>(adjustment, w, g);
  rule(w, g, s);
  w.store_unaligned(value + at);
  for (std::size_t k = 0; k < N; ++k) s[k].store_unaligned(state[k] + at);
}

template <AdjustmentKind kKind, class Rule, class T, std::size_t N>
void update_range(const Rule& rule, const Adjustment<T>& adjustment, T* value, const T* gradient,
                  const std::array<T*, N>& state, std::size_t first, std::size_t last) {
  constexpr std::size_t width = Vector<T>::size;
  std::size_t at = first;
  for (; at + width <= last; at += width) {
    update_vector<kKind>(rule, adjustment, value, gradient, state, at);
  }
  if (at == last) return;

  const std::size_t rest = last - at;
  std::array<std::array<T, width>, N + 2> padded{};
  std::array<T*, N> padded_state;
  std::copy_n(value + at, rest, padded[0].data());
  std::copy_n(gradient + at, rest, padded[1].data());
  for (std::size_t k = 0; k < N; ++k) {
    padded_state[k] = padded[k + 2].data();
    std::copy_n(state[k] + at, rest, padded_state[k]);
  }
  update_vector<kKind>(rule, adjustment, padded[0].data(), padded[1].data(), padded_state, 0);
  std::copy_n(padded[0].data(), rest, value + at);
  for (std::size_t k = 0; k < N; ++k) std::copy_n(padded_state[k], rest, state[k] + at);
}

// Elements per task: enough to outweigh waking a thread, and a multiple of every vector width.
inline constexpr std::size_t kUpdateTile = std::size_t{1} << 15;

// `value`, `gradient` and each state have `count` elements and do not overlap.
template <class Rule, class T, std::size_t N>
void update(const Rule& rule, const Adjustment<T>& adjustment, T* value, const T* gradient,
            const std::array<T*, N>& state, std::size_t count) {
  const AdjustmentKind kind = adjustment_kind(adjustment);
  const auto tile = [&](std::size_t task) {
    const std::size_t first = task * kUpdateTile;
    const std::size_t last = std::min(count, first + kUpdateTile);
    switch (kind) {
      case AdjustmentKind::none:
        return update_range<AdjustmentKind::none>(rule, adjustment, value, gradient, state, first,
                                                  last);
      case AdjustmentKind::linear:
        return update_range<AdjustmentKind::linear>(rule, adjustment, value, gradient, state, first,
                                                    last);
      case AdjustmentKind::full:
        return update_range<AdjustmentKind::full>(rule, adjustment, value, gradient, state, first,
                                                  last);
    }
  };
  parallel_for((count + kUpdateTile - 1) / kUpdateTile, tile);
}

}  // namespace anneal::kernels
