#include "layers/network.h"

#include <algorithm>
#include <string>

#include "tensor/error.h"
#include "tensor/random.h"

namespace anneal {

std::vector<LayerDescription> describe(const NetworkSettings& settings) {
  if (settings.layers.empty()) {
    fail_experiment("network.layers", "expected at least one layer, got none");
  }
  std::vector<LayerDescription> descriptions;
  Shape shape = settings.input;
  for (std::size_t i = 0; i < settings.layers.size(); ++i) {
    const std::string path = "network.layers[" + std::to_string(i) + "]";
    descriptions.push_back(describe(settings.layers[i], shape, path));
    shape = descriptions.back().output;
  }
  return descriptions;
}

template <class T>
Network<T>::Network(const NetworkSettings& settings, std::size_t batch_size, std::uint64_t seed)
    : input_shape_(settings.input), batch_size_(batch_size) {
  const std::vector<LayerDescription> descriptions = describe(settings);
  const auto batch_of = [batch_size](const Shape& sample) {
    Shape shape = {batch_size};
    shape.insert(shape.end(), sample.begin(), sample.end());
    return shape;
  };
  input_ = zeros<T>(batch_of(input_shape_));
  buffers_.reserve(descriptions.size());

  T* previous = input_.data();
  bool overwritable = true;  // nobody's backward looks at what stands in `previous`
  std::size_t largest_output = 0;
  for (std::size_t i = 0; i < descriptions.size(); ++i) {
    Random random(seed, stream_id("init", i));
    layers_.push_back(make_layer<T>(settings.layers[i], descriptions[i].input, batch_size,
                                    "layers." + std::to_string(i), random));
    Layer<T>& layer = *layers_.back();
    if (!layer.is_reshape() && !(layer.in_place() && overwritable)) {
      buffers_.push_back(zeros<T>(batch_of(layer.output_shape())));
      previous = buffers_.back().data();
      overwritable = true;
    }
    outputs_.push_back(previous);
    if (layer.backward_uses_output()) overwritable = false;
    const std::vector<Parameter<T>*> parameters = layer.parameters();
    if (parameters_.empty() && !parameters.empty()) first_trained_ = i;
    parameters_.insert(parameters_.end(), parameters.begin(), parameters.end());
    largest_output = std::max(largest_output, element_count(layer.output_shape()));
  }
  if (parameters_.empty()) {
    fail_experiment("network.layers", "expected a layer with weights (conv2d or dense), got none");
  }
  for (Tensor<T>& gradient : gradients_) gradient = zeros<T>({batch_size * largest_output});
}

template <class T>
const T* Network<T>::forward(std::size_t batch, Mode mode) {
  const T* input = input_.data();
  for (std::size_t i = 0; i < layers_.size(); ++i) {
    if (!layers_[i]->is_reshape()) layers_[i]->forward(input, outputs_[i], batch, mode);
    input = outputs_[i];
  }
  return input;
}

template <class T>
void Network<T>::backward(std::size_t batch) {
  T* gradient = gradients_[0].data();
  T* spare = gradients_[1].data();
  for (std::size_t i = layers_.size(); i-- > first_trained_;) {
    Layer<T>& layer = *layers_[i];
    if (layer.is_reshape()) continue;
    const T* input = i == 0 ? input_.data() : outputs_[i - 1];
    T* const target = i == first_trained_ ? nullptr : layer.in_place() ? gradient : spare;
    layer.backward(input, outputs_[i], gradient, target, batch);
    if (target == spare) std::swap(gradient, spare);
  }
}

template class Network<float>;
template class Network<double>;

}  // namespace anneal
