#include "kernels/activation.h"

#include <algorithm>

#include "kernels/simd.h"
#include "parallel/thread_pool.h"

namespace anneal::kernels {

namespace {

// f and its gradient for one vector; `v` is y or x, see gradient_from_output.

template <class V>
struct Relu {
  V forward(V x) const { return xsimd::select(x < V(0), V(0), x); }
  V backward(V y, V gradient) const { return xsimd::select(y > V(0), gradient, V(0)); }
};

template <class V>
struct LeakyRelu {
  V slope;
  V forward(V x) const { return xsimd::select(x > V(0), x, slope * x); }
  V backward(V y, V gradient) const { return xsimd::select(y > V(0), gradient, slope * gradient); }
};

template <class V>
struct Elu {
  V alpha;
  V forward(V x) const { return xsimd::select(x > V(0), x, alpha * xsimd::expm1(x)); }
  V backward(V y, V gradient) const {
    return xsimd::select(y > V(0), gradient, (y + alpha) * gradient);
  }
};

template <class V>
struct Gelu {
  using T = typename V::value_type;
  static constexpr T kInverseSqrt2 = static_cast<T>(0.70710678118654752440);
  static constexpr T kInverseSqrt2Pi = static_cast<T>(0.39894228040143267794);

  // erfc instead of 1 + erf, which is inaccurate in the left tail.
  static V normal_cdf(V x) { return V(T(0.5)) * xsimd::erfc(x * V(-kInverseSqrt2)); }
  V forward(V x) const { return x * normal_cdf(x); }
  V backward(V x, V gradient) const {
    const V density = V(kInverseSqrt2Pi) * xsimd::exp(V(T(-0.5)) * x * x);
    return (normal_cdf(x) + x * density) * gradient;
  }
};

template <class V>
struct Sigmoid {
  V forward(V x) const { return V(1) / (V(1) + xsimd::exp(-x)); }
  V backward(V y, V gradient) const { return y * (V(1) - y) * gradient; }
};

template <class V>
struct Tanh {
  V forward(V x) const { return xsimd::tanh(x); }
  V backward(V y, V gradient) const { return (V(1) - y * y) * gradient; }
};

// Calls `body` with the function object of an activation.
template <class T, class Body>
void with(Activation activation, T parameter, Body body) {
  using V = Vector<T>;
  switch (activation) {
    case Activation::relu:
      return body(Relu<V>{});
    case Activation::leaky_relu:
      return body(LeakyRelu<V>{V(parameter)});
    case Activation::elu:
      return body(Elu<V>{V(parameter)});
    case Activation::gelu:
      return body(Gelu<V>{});
    case Activation::sigmoid:
      return body(Sigmoid<V>{});
    case Activation::tanh:
      return body(Tanh<V>{});
  }
}

// The last, partial vector is padded with zeros. Every element goes through the same instructions,
// so that its value does not depend on its position.
template <class T>
Vector<T> load_part(const T* values, std::size_t count) {
  T part[Vector<T>::size] = {};
  std::copy_n(values, count, part);
  return Vector<T>::load_unaligned(part);
}

template <class T>
void store_part(Vector<T> vector, T* values, std::size_t count) {
  T part[Vector<T>::size];
  vector.store_unaligned(part);
  std::copy_n(part, count, values);
}

// Elements per task: enough to outweigh waking a thread, and a multiple of every vector width.
constexpr std::size_t kTile = std::size_t{1} << 14;

// Calls body(first, last) for every tile of `count` elements.
template <class Body>
void for_each_tile(std::size_t count, const Body& body) {
  parallel_for((count + kTile - 1) / kTile,
               [&](std::size_t task) { body(task * kTile, std::min(count, (task + 1) * kTile)); });
}

}  // namespace

template <class T>
void activation_forward(Activation activation, T parameter, const T* x, T* y, std::size_t count) {
  using V = Vector<T>;
  with(activation, parameter, [=](auto function) {
    for_each_tile(count, [&](std::size_t i, std::size_t last) {
      for (; i + V::size <= last; i += V::size) {
        function.forward(V::load_unaligned(x + i)).store_unaligned(y + i);
      }
      if (i < last) store_part(function.forward(load_part(x + i, last - i)), y + i, last - i);
    });
  });
}

template <class T>
void activation_backward(Activation activation, T parameter, const T* values,
                         const T* output_gradient, T* input_gradient, std::size_t count) {
  using V = Vector<T>;
  with(activation, parameter, [=](auto function) {
    for_each_tile(count, [&](std::size_t i, std::size_t last) {
      for (; i + V::size <= last; i += V::size) {
        function.backward(V::load_unaligned(values + i), V::load_unaligned(output_gradient + i))
            .store_unaligned(input_gradient + i);
      }
      if (i < last) {
        store_part(function.backward(load_part(values + i, last - i),
                                     load_part(output_gradient + i, last - i)),
                   input_gradient + i, last - i);
      }
    });
  });
}

#define ANNEAL_INSTANTIATE(T)                                                 \
  template void activation_forward(Activation, T, const T*, T*, std::size_t); \
  template void activation_backward(Activation, T, const T*, const T*, T*, std::size_t);

ANNEAL_INSTANTIATE(float)
ANNEAL_INSTANTIATE(double)
#undef ANNEAL_INSTANTIATE

}  // namespace anneal::kernels
