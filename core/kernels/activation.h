// Element-wise activation functions on arrays of any length and alignment.
#pragma once

#include <cstddef>

namespace anneal::kernels {

// The functions; s is the parameter of leaky_relu and elu:
//   relu        max(x, 0)
//   leaky_relu  x > 0 ? x : s x
//   elu         x > 0 ? x : s (exp(x) - 1)       (Clevert et al., 2015)
//   gelu        x Phi(x) = x (1 + erf(x / sqrt(2))) / 2, exactly   (Hendrycks and Gimpel, 2016)
//   sigmoid     1 / (1 + exp(-x))
//   tanh        tanh(x)
// All of them map NaN to NaN.
enum class Activation { relu, leaky_relu, elu, gelu, sigmoid, tanh };

// Whether the gradient is computed from the output y (all but gelu) or from the input x.
constexpr bool gradient_from_output(Activation activation) {
  return activation != Activation::gelu;
}

// y = f(x); x and y may be the same array.
template <class T>
void activation_forward(Activation activation, T parameter, const T* x, T* y, std::size_t count);

// input_gradient = f'(x) output_gradient, where `values` is y or x (see gradient_from_output). The
// two gradients may be the same array. At the kink of relu and leaky_relu the left derivative is
// used, as in PyTorch.
template <class T>
void activation_backward(Activation activation, T parameter, const T* values,
                         const T* output_gradient, T* input_gradient, std::size_t count);

namespace reference {

template <class T>
void activation_forward(Activation activation, T parameter, const T* x, T* y, std::size_t count);

template <class T>
void activation_backward(Activation activation, T parameter, const T* values,
                         const T* output_gradient, T* input_gradient, std::size_t count);

}  // namespace reference

}  // namespace anneal::kernels
