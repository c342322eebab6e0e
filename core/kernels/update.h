// The update of a parameter: one pass over memory a step, whatever the rule. Each vector of the
// value, its gradient and its state is loaded, adjusted (clipping, weight decay, L1), run through
// the rule and stored. What depends on the step alone (rates, bias corrections) is folded into a
// rule's scalars before, in double.
//
// No fused multiply-add: memory is what limits this, and without it every build gives the same
// bits. The tail runs through the same vector code on padded copies, so that an element's bits do
// not depend on where it lies.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>

#include "kernels/simd.h"
#include "parallel/thread_pool.h"

namespace anneal::kernels {

// What happens to a gradient g before the rule sees it, and to the value w:
//   g <- clamp(g, -limit, limit) * scale + decay * w + l1 * sign(w),   w <- shrink * w
template <class T>
struct Adjustment {
  T limit = std::numeric_limits<T>::infinity();
  T scale = 1;
  T decay = 0;
  T l1 = 0;
  T shrink = 1;
};

// How much of an adjustment there is to do: the arithmetic is half of a step where the arrays fit
// into a cache.
enum class Adjusting {
  nothing,
  linear,  // scale, decay, shrink
  everything,
};

template <class T>
Adjusting adjusting(const Adjustment<T>& adjustment) {
  if (adjustment.limit != std::numeric_limits<T>::infinity() || adjustment.l1 != 0) {
    return Adjusting::everything;
  }
  const bool none = adjustment.scale == 1 && adjustment.decay == 0 && adjustment.shrink == 1;
  return none ? Adjusting::nothing : Adjusting::linear;
}

// -1, 0 or 1; a NaN stays a NaN, so that a run that diverges is seen to.
template <class V>
inline V sign(V x) {
  return xsimd::select(x > V(0), V(1), xsimd::select(x < V(0), V(-1), x));
}

template <Adjusting kAdjusting, class V, class T>
inline void adjust(const Adjustment<T>& adjustment, V& w, V& g) {
  if constexpr (kAdjusting == Adjusting::everything) {
    const V limit(adjustment.limit);
    g = xsimd::select(g > limit, limit, xsimd::select(g < -limit, -limit, g));
  }
  if constexpr (kAdjusting != Adjusting::nothing) {
    g = g * V(adjustment.scale) + V(adjustment.decay) * w;
  }
  if constexpr (kAdjusting == Adjusting::everything) g = g + V(adjustment.l1) * sign(w);
  if constexpr (kAdjusting != Adjusting::nothing) w = w * V(adjustment.shrink);
}

template <Adjusting kAdjusting, class Rule, class T, std::size_t N>
inline void update_vector(const Rule& rule, const Adjustment<T>& adjustment, T* value,
                          const T* gradient, const std::array<T*, N>& state, std::size_t at) {
  using V = Vector<T>;
  V w = V::load_unaligned(value + at);
  V g = V::load_unaligned(gradient + at);
  std::array<V, N> s;
  for (std::size_t k = 0; k < N; ++k) s[k] = V::load_unaligned(state[k] + at);
  adjust<kAdjusting>(adjustment, w, g);
  rule(w, g, s);
  w.store_unaligned(value + at);
  for (std::size_t k = 0; k < N; ++k) s[k].store_unaligned(state[k] + at);
}

template <Adjusting kAdjusting, class Rule, class T, std::size_t N>
void update_range(const Rule& rule, const Adjustment<T>& adjustment, T* value, const T* gradient,
                  const std::array<T*, N>& state, std::size_t first, std::size_t last) {
  constexpr std::size_t width = Vector<T>::size;
  std::size_t at = first;
  for (; at + width <= last; at += width) {
    update_vector<kAdjusting>(rule, adjustment, value, gradient, state, at);
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
  update_vector<kAdjusting>(rule, adjustment, padded[0].data(), padded[1].data(), padded_state, 0);
  std::copy_n(padded[0].data(), rest, value + at);
  for (std::size_t k = 0; k < N; ++k) std::copy_n(padded_state[k], rest, state[k] + at);
}

// Elements a task works on: enough to be worth a thread's waking, a multiple of every vector width.
inline constexpr std::size_t kUpdateTile = std::size_t{1} << 15;

// value, gradient and each state have `count` elements and do not overlap.
template <class Rule, class T, std::size_t N>
void update(const Rule& rule, const Adjustment<T>& adjustment, T* value, const T* gradient,
            const std::array<T*, N>& state, std::size_t count) {
  const Adjusting kind = adjusting(adjustment);
  const auto tile = [&](std::size_t task) {
    const std::size_t first = task * kUpdateTile;
    const std::size_t last = std::min(count, first + kUpdateTile);
    switch (kind) {
      case Adjusting::nothing:
        return update_range<Adjusting::nothing>(rule, adjustment, value, gradient, state, first,
                                                last);
      case Adjusting::linear:
        return update_range<Adjusting::linear>(rule, adjustment, value, gradient, state, first,
                                               last);
      case Adjusting::everything:
        return update_range<Adjusting::everything>(rule, adjustment, value, gradient, state, first,
                                                   last);
    }
  };
  parallel_for((count + kUpdateTile - 1) / kUpdateTile, tile);
}

}  // namespace anneal::kernels
