// Reference implementation with the functions of the standard library, one element at a time. Tests
// compare the fast kernels with it.
#include <cmath>

#include "kernels/activation.h"

namespace anneal::kernels::reference {

namespace {

template <class T>
T forward(Activation activation, T s, T x) {
  switch (activation) {
    case Activation::relu:
      return x < 0 ? T(0) : x;
    case Activation::leaky_relu:
      return x > 0 ? x : s * x;
    case Activation::elu:
      return x > 0 ? x : s * std::expm1(x);
    case Activation::gelu:
      return x / 2 * std::erfc(-x / std::sqrt(T(2)));
    case Activation::sigmoid:
      return 1 / (1 + std::exp(-x));
    case Activation::tanh:
      return std::tanh(x);
  }
  return x;
}

// f' from the output y, or for gelu from the input.
template <class T>
T slope(Activation activation, T s, T v) {
  switch (activation) {
    case Activation::relu:
      return v > 0 ? T(1) : T(0);
    case Activation::leaky_relu:
      return v > 0 ? T(1) : s;
    case Activation::elu:
      return v > 0 ? T(1) : v + s;
    case Activation::gelu:
      return std::erfc(-v / std::sqrt(T(2))) / 2 +
             v * std::exp(-v * v / 2) / std::sqrt(T(2) * std::acos(T(-1)));
    case Activation::sigmoid:
      return v * (1 - v);
    case Activation::tanh:
      return 1 - v * v;
  }
  return 1;
}

}  // namespace

template <class T>
void activation_forward(Activation activation, T parameter, const T* x, T* y, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) y[i] = forward(activation, parameter, x[i]);
}

template <class T>
void activation_backward(Activation activation, T parameter, const T* values,
                         const T* output_gradient, T* input_gradient, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    input_gradient[i] = slope(activation, parameter, values[i]) * output_gradient[i];
  }
}

#define ANNEAL_INSTANTIATE(T)                                                 \
  template void activation_forward(Activation, T, const T*, T*, std::size_t); \
  template void activation_backward(Activation, T, const T*, const T*, T*, std::size_t);

ANNEAL_INSTANTIATE(float)
ANNEAL_INSTANTIATE(double)
#undef ANNEAL_INSTANTIATE

}  // namespace anneal::kernels::reference
