#include "layers/activation.h"

namespace anneal {

template <class T>
void Activation<T>::forward(const T* input, T* output, std::size_t batch, Pass) {
  kernels::activation_forward(function_, parameter_, input, output, batch * element_count(shape_));
}

template <class T>
void Activation<T>::backward(const T* input, const T* output, const T* output_gradient,
                             T* input_gradient, std::size_t batch) {
  if (input_gradient == nullptr) return;
  const T* const values = kernels::gradient_from_output(function_) ? output : input;
  kernels::activation_backward(function_, parameter_, values, output_gradient, input_gradient,
                               batch * element_count(shape_));
}

template class Activation<float>;
template class Activation<double>;

}  // namespace anneal
