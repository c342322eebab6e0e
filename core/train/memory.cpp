#include "train/memory.h"

#include <cstdio>
#include <string>

#include "layers/network.h"
#include "tensor/error.h"

namespace anneal {

namespace {

std::string gigabytes(double bytes) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f GiB", bytes / (1u << 30));
  return text;
}

}  // namespace

double network_bytes(const NetworkSettings& network, std::size_t batch_size) {
  double parameters = 0;
  double values = static_cast<double>(element_count(network.input));  // of one image
  for (const LayerDescription& layer : describe(network)) {
    parameters += static_cast<double>(layer.parameters);
    values += static_cast<double>(layer.kept_values);
  }
  return sizeof(float) * (2 * parameters + values * static_cast<double>(batch_size));
}

void check_network_memory(const NetworkSettings& network, std::size_t batch_size) {
  const double bytes = network_bytes(network, batch_size);
  if (bytes <= kMemoryLimit) return;
  throw Error(ErrorKind::memory, "the network needs at least " + gigabytes(bytes) +
                                     " with batches of " + std::to_string(batch_size) +
                                     ", and there are at most " + gigabytes(kMemoryLimit) +
                                     "; a smaller batch or a smaller network would fit");
}

}  // namespace anneal
