// Initial weights, drawn from the layer's own stream of the random source.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/random.h"
#include "tensor/tensor.h"

namespace anneal {

// he: variance 2 / fan_in (He et al., "Delving deep into rectifiers", 2015).
// glorot: variance 2 / (fan_in + fan_out) (Glorot and Bengio, 2010).
// lecun: variance 1 / fan_in (LeCun et al., "Efficient BackProp", 1998).
// The uniform ones draw from [-limit, limit) with limit = sqrt(3 variance).
enum class Initialiser {
  he_normal,
  he_uniform,
  glorot_normal,
  glorot_uniform,
  lecun_normal,
  lecun_uniform,
  zeros,
};

// The name in the document, and back; nothing for an unknown name.
std::string_view to_string(Initialiser initialiser);
std::optional<Initialiser> initialiser_from(std::string_view name);

// fan_in: inputs that one output sums over (kernel height x kernel width x channels of a group).
// fan_out: outputs that one input reaches.
template <class T>
void initialise(Tensor<T>& weights, Initialiser initialiser, std::size_t fan_in,
                std::size_t fan_out, Random& random);

}  // namespace anneal
