// What a run will take, said before it is asked for.
#pragma once

#include <cstddef>

#include "experiment/experiment.h"

namespace anneal {

// A WebAssembly module with 32-bit addresses has no more; the same everywhere, so that an
// experiment runs everywhere or nowhere.
inline constexpr double kMemoryLimit = 4.0 * (1u << 30);

// Bytes of values, gradients and activations for batches of that many images: a lower bound, what
// the optimizer and the data take comes on top.
double network_bytes(const NetworkSettings& network, std::size_t batch_size);

// Bytes that are enough for a run of the experiment on data of its network's input: to make a
// memory by that cannot grow. Where the data come from files, theirs come on top. An upper
// estimate, and no more than kMemoryLimit.
double enough_bytes(const Experiment& experiment);

// Throws Error (memory) with both sizes where that cannot fit.
void check_network_memory(const NetworkSettings& network, std::size_t batch_size);

}  // namespace anneal
