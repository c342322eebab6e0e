// From the settings of a layer to what it will be and to the layer itself: the one place that knows
// every layer type.
#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "layers/layer.h"
#include "layers/settings.h"
#include "tensor/random.h"

namespace anneal {

struct LayerDescription {
  std::string type;
  Shape input;  // of one sample, without the batch axis
  Shape output;
  std::size_t parameters;
  std::size_t multiply_adds;  // of the forward pass, for one sample
};

// What the layer makes of that input. Throws Error (experiment) at `path` where it cannot work.
LayerDescription describe(const LayerSettings& settings, const Shape& input,
                          const std::string& path);

// The layer itself, for batches of at most `batch_size`. Its parameters are named `name` +
// ".weight" and so on and start from `random`. The settings fit the input: describe was called
// before.
template <class T>
std::unique_ptr<Layer<T>> make_layer(const LayerSettings& settings, const Shape& input,
                                     std::size_t batch_size, const std::string& name,
                                     Random& random);

}  // namespace anneal
