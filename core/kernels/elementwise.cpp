#include "kernels/elementwise.h"

#include "kernels/simd.h"

namespace anneal::kernels {

template <class T>
void relu_forward(const T* x, T* y, std::size_t count) {
  using V = Vector<T>;
  std::size_t i = 0;
  for (; i + V::size <= count; i += V::size) {
    const V value = V::load_unaligned(x + i);
    xsimd::select(value < V(T(0)), V(T(0)), value).store_unaligned(y + i);
  }
  for (; i < count; ++i) y[i] = x[i] < 0 ? T(0) : x[i];
}

template <class T>
void relu_backward(const T* y, const T* output_gradient, T* input_gradient, std::size_t count) {
  using V = Vector<T>;
  std::size_t i = 0;
  for (; i + V::size <= count; i += V::size) {
    const V gradient = V::load_unaligned(output_gradient + i);
    xsimd::select(V::load_unaligned(y + i) > V(T(0)), gradient, V(T(0)))
        .store_unaligned(input_gradient + i);
  }
  for (; i < count; ++i) input_gradient[i] = y[i] > 0 ? output_gradient[i] : T(0);
}

template void relu_forward(const float*, float*, std::size_t);
template void relu_forward(const double*, double*, std::size_t);
template void relu_backward(const float*, const float*, float*, std::size_t);
template void relu_backward(const double*, const double*, double*, std::size_t);

}  // namespace anneal::kernels
