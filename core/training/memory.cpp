#include "training/memory.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string>

#include "base/error.h"
#include "layers/network.h"
#include "recording/histograms.h"
#include "recording/history.h"
#include "recording/sample_results.h"

namespace anneal {

namespace {

std::string gigabytes(double bytes) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f GiB", bytes / (1u << 30));
  return text;
}

// Output values of all layers for one image, including layers inside blocks: the memory of an
// Inspection.
double output_values(const std::vector<LayerDescription>& layers) {
  double values = 0;
  for (const LayerDescription& layer : layers) {
    values += static_cast<double>(element_count(layer.output)) + output_values(layer.layers);
  }
  return values;
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

double required_bytes(const Experiment& experiment) {
  // Value, gradient and at most three numbers of optimizer state per parameter. Value and state are
  // copied twice: for the last good state, and while a checkpoint is written.
  constexpr double kNumbersOfParameter = 2 + 3 + 2 * (1 + 3);
  // A stack has two gradient buffers, each as large as its largest output. A residual block has
  // those of its own stack and one more.
  constexpr double kGradientBuffers = 2;
  constexpr double kBlockBuffers = 3;
  // The module itself, packed operands, tables, and JSON documents while they are parsed.
  constexpr double kFixed = 96.0 * (1u << 20);
  const NetworkSettings& network = experiment.network;
  double parameters = 0;
  double values = static_cast<double>(element_count(network.input));
  double largest = values;
  for (const LayerDescription& layer : describe(network)) {
    parameters += static_cast<double>(layer.parameters);
    values += static_cast<double>(layer.kept_values);
    const auto outputs = static_cast<double>(element_count(layer.output));
    largest = std::max(largest, outputs);
    if (!layer.layers.empty()) values += kBlockBuffers * outputs;
  }
  values += kGradientBuffers * largest;
  const auto images = static_cast<double>(experiment.data.train + experiment.data.validation);
  const double steps = static_cast<double>(experiment.training.epochs) *
                       std::ceil(static_cast<double>(experiment.data.train) /
                                 static_cast<double>(experiment.training.batch_size));
  const double batch = static_cast<double>(experiment.training.batch_size);
  const double numbers =
      kNumbersOfParameter * parameters + values * batch + output_values(describe(network));
  const double data = 2 * images * static_cast<double>(element_count(network.input));
  const double history = 3 * steps * sizeof(StepRow) +
                         2 * sizeof(SampleResult) * static_cast<double>(experiment.data.validation);
  const double bytes = kFixed + kHistogramBytes + sizeof(float) * numbers + data + history;
  return std::min(bytes, kMemoryLimit);
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
