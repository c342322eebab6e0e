// Where the time of a step goes: each layer of a network on its own, forward and backward.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "layers/network.h"

namespace anneal::bench {

struct LayerTime {
  std::string name;  // "layers.0 conv2d"
  double forward;    // seconds, the median
  double backward;
};

// Calls the layers one after another as a step does, on activations of its own, for about `budget`
// seconds.
std::vector<LayerTime> layer_times(Network<float>& network, std::size_t batch, double budget);

}  // namespace anneal::bench
