// From the settings of a layer to what it will be and to the layer itself: the one place that knows
// every layer type.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "layers/layer.h"
#include "layers/settings.h"

namespace anneal {

struct LayerDescription {
  std::string type;
  Shape input;  // of one sample, without the batch axis
  Shape output;
  std::size_t parameters = 0;       // numbers that are trained
  std::uint64_t multiply_adds = 0;  // of the forward pass, for one sample
  // Values that the layer keeps for one sample until the backward pass: its output, unless it may
  // work in place, and of an inner stack all of it.
  std::size_t kept_values = 0;
  std::vector<LayerDescription> layers;  // of the inner stack of a residual block
};

// What the layer makes of that input. Throws Error (experiment) at `path` where it cannot work.
LayerDescription describe(const LayerSettings& settings, const Shape& input,
                          const std::string& path);

// What each layer of a stack makes of its input; `path` is that of the list of layers.
std::vector<LayerDescription> describe(const std::vector<LayerSettings>& settings,
                                       const Shape& input, const std::string& path);

// The layer itself, for batches of at most `batch_size`. Its parameters are named `name` +
// ".weight" and so on; what it draws at random comes from the seed and the name. The settings fit
// the input: describe was called before.
template <class T>
std::unique_ptr<Layer<T>> make_layer(const LayerSettings& settings, const Shape& input,
                                     std::size_t batch_size, const std::string& name,
                                     std::uint64_t seed);

}  // namespace anneal
