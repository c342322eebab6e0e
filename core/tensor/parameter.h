// The named tensors of a network: parameters, which an optimizer updates, and buffers (running
// statistics), which it does not. Both are saved.
#pragma once

#include <string>

#include "tensor/tensor.h"

namespace anneal {

// A value, its gradient, and whether weight decay applies to it.
template <class T>
struct Parameter {
  std::string name;  // "layers.0.weight", as in an exported weights file
  Tensor<T> value;   // conv2d filters [KH, KW, C_in, C_out], dense weights [in, out], biases [out]
  Tensor<T> gradient;  // of the mean loss over a batch; same shape as value
  bool decay = true;   // false for biases and the parameters of normalisation
};

template <class T>
struct Buffer {
  std::string name;  // "layers.1.running_mean"
  Tensor<T> value;
};

}  // namespace anneal
