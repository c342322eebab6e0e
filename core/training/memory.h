// Estimates of the memory that a run needs, made before it starts.
#pragma once

#include <cstddef>

#include "experiment/experiment.h"

namespace anneal {

// The address space of 32-bit WebAssembly. The limit is the same in native builds, so that an
// experiment runs everywhere or nowhere.
inline constexpr double kMemoryLimit = 4.0 * (1u << 30);

// Bytes of parameters, gradients and activations for batches of `batch_size` images. A lower bound:
// optimizer state and data are not included.
double network_bytes(const NetworkSettings& network, std::size_t batch_size);

// Bytes that a run of the experiment needs at most, for a WebAssembly memory of fixed size. Data
// files are not included. At most kMemoryLimit.
double required_bytes(const Experiment& experiment);

// Throws Error (memory), with both sizes, if the network exceeds kMemoryLimit.
void check_network_memory(const NetworkSettings& network, std::size_t batch_size);

}  // namespace anneal
