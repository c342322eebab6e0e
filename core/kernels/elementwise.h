// Element-by-element functions on arrays of any length. Input and output may be the same array.
#pragma once

#include <cstddef>

namespace anneal::kernels {

// y = max(x, 0); a NaN stays a NaN.
template <class T>
void relu_forward(const T* x, T* y, std::size_t count);

// dx = dy where the output y > 0, else 0.
template <class T>
void relu_backward(const T* y, const T* output_gradient, T* input_gradient, std::size_t count);

}  // namespace anneal::kernels
