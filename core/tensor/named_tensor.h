// A tensor of a network by its name, as a file of weights lists it.
#pragma once

#include <string>

#include "tensor/tensor.h"

namespace anneal {

struct NamedTensor {
  std::string name;  // "layers.0.weight"
  Tensor<float>* value;
};

}  // namespace anneal
