#include "layers/stack.h"

#include <algorithm>
#include <utility>

#include "tensor/random.h"

namespace anneal {

template <class T>
Stack<T>::Stack(const std::vector<LayerSettings>& settings, const Shape& input,
                std::size_t batch_size, const std::string& prefix, std::uint64_t seed) {
  const Shape* shape = &input;
  T* previous = nullptr;
  bool overwritable = false;  // nobody's backward looks at what stands in `previous`
  bool trained = false;
  for (std::size_t i = 0; i < settings.size(); ++i) {
    layers_.push_back(
        make_layer<T>(settings[i], *shape, batch_size, prefix + std::to_string(i), seed));
    Layer<T>& layer = *layers_.back();
    shape = &layer.output_shape();
    const std::size_t size = batch_size * element_count(*shape);
    if (!layer.is_reshape() && !(layer.in_place() && overwritable)) {
      memory_.push_back(zeros<T>({size}));
      previous = memory_.back().data();
      overwritable = true;
    }
    outputs_.push_back(previous);
    if (layer.backward_uses_output()) overwritable = false;
    if (i == first_computing_ && layer.is_reshape()) ++first_computing_;
    if (!trained && layer.parameters().empty()) ++first_trained_;
    trained = trained || !layer.parameters().empty();
  }
  allocate_gradients(batch_size);
}

// Each of the two buffers as large as what backward will put there.
template <class T>
void Stack<T>::allocate_gradients(std::size_t batch_size) {
  std::size_t sizes[2] = {element_count(output_shape()), 1};
  std::size_t current = 0;
  for (std::size_t i = layers_.size(); i-- > first_computing_ + 1;) {
    const Layer<T>& layer = *layers_[i];
    if (layer.is_reshape() || layer.in_place()) continue;
    current = 1 - current;
    sizes[current] = std::max(sizes[current], element_count(layer.input_shape()));
  }
  for (std::size_t i = 0; i < 2; ++i) gradients_[i] = zeros<T>({batch_size * sizes[i]});
}

template <class T>
std::vector<Parameter<T>*> Stack<T>::parameters() const {
  std::vector<Parameter<T>*> all;
  for (const auto& layer : layers_) {
    const std::vector<Parameter<T>*> own = layer->parameters();
    all.insert(all.end(), own.begin(), own.end());
  }
  return all;
}

template <class T>
std::vector<Buffer<T>*> Stack<T>::buffers() const {
  std::vector<Buffer<T>*> all;
  for (const auto& layer : layers_) {
    const std::vector<Buffer<T>*> own = layer->buffers();
    all.insert(all.end(), own.begin(), own.end());
  }
  return all;
}

template <class T>
const T* Stack<T>::forward(const T* input, std::size_t batch, Pass pass) {
  const T* current = input;
  for (std::size_t i = 0; i < layers_.size(); ++i) {
    if (layers_[i]->is_reshape()) continue;
    layers_[i]->forward(current, outputs_[i], batch, pass);
    current = outputs_[i];
  }
  return current;
}

template <class T>
void Stack<T>::backward(const T* input, T* input_gradient, std::size_t batch) {
  T* gradient = gradients_[0].data();
  T* spare = gradients_[1].data();
  // The layer whose gradient by its input nobody needs, or the caller takes.
  const std::size_t last = input_gradient == nullptr ? first_trained_ : first_computing_;
  for (std::size_t i = layers_.size(); i-- > last;) {
    Layer<T>& layer = *layers_[i];
    if (layer.is_reshape()) continue;
    const T* const layer_input = i == 0 ? input : activation(i - 1, input);
    T* const target = i == last ? input_gradient : layer.in_place() ? gradient : spare;
    layer.backward(layer_input, outputs_[i], gradient, target, batch);
    if (target == spare) std::swap(gradient, spare);
  }
  if (input_gradient != nullptr && last == layers_.size()) {
    std::copy_n(gradient, batch * element_count(output_shape()), input_gradient);
  }
}

template class Stack<float>;
template class Stack<double>;

}  // namespace anneal
