#include "layers/network.h"

#include "base/error.h"

namespace anneal {

std::vector<LayerDescription> describe(const NetworkSettings& settings) {
  return describe(settings.layers, settings.input, "network.layers");
}

namespace {

// The shape of the input, once the settings are checked. Refuses what cannot work before anything
// is allocated.
Shape checked_input(const NetworkSettings& settings) {
  std::size_t parameters = 0;
  for (const LayerDescription& layer : describe(settings)) parameters += layer.parameters;
  if (parameters == 0) {
    fail_experiment("network.layers", "expected a layer with weights (conv2d or dense), got none");
  }
  return settings.input;
}

}  // namespace

template <class T>
Network<T>::Network(const NetworkSettings& settings, std::size_t batch_size, std::uint64_t seed)
    : input_shape_(checked_input(settings)),
      batch_size_(batch_size),
      stack_(settings.layers, settings.input, batch_size, "layers.", seed),
      parameters_(stack_.parameters()),
      input_(zeros<T>({batch_size * element_count(settings.input)})) {}

std::vector<NamedTensor> learned_tensors(const Network<float>& network) {
  std::vector<NamedTensor> tensors;
  for (Parameter<float>* parameter : network.parameters()) {
    tensors.push_back({parameter->name, &parameter->value});
  }
  for (Buffer<float>* buffer : network.buffers()) tensors.push_back({buffer->name, &buffer->value});
  return tensors;
}

template class Network<float>;
template class Network<double>;

}  // namespace anneal
