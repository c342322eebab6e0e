#include "layers/relu.h"

#include "kernels/elementwise.h"

namespace anneal {

template <class T>
void Relu<T>::forward(const T* input, T* output, std::size_t batch, Mode) {
  kernels::relu_forward(input, output, batch * element_count(shape_));
}

template <class T>
void Relu<T>::backward(const T*, const T* output, const T* output_gradient, T* input_gradient,
                       std::size_t batch) {
  if (input_gradient == nullptr) return;
  kernels::relu_backward(output, output_gradient, input_gradient, batch * element_count(shape_));
}

template class Relu<float>;
template class Relu<double>;

}  // namespace anneal
