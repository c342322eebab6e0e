#include "layers/stack.h"

#include <algorithm>
#include <utility>

#include "layers/kinds.h"

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
  leave_relus_to_others();
  allocate_gradients(batch_size);
}

template <class T>
void Stack<T>::leave_relus_to_others() {
  forward_left_.resize(layers_.size());
  backward_left_.resize(layers_.size());
  for (std::size_t i = 0; i < layers_.size(); ++i) {
    if (layers_[i]->type() != "relu") continue;
    forward_left_[i] =
        i > 0 && outputs_[i - 1] == outputs_[i] && layers_[i - 1]->has_forward_relu();
    backward_left_[i] =
        i > first_computing_ && i + 1 < layers_.size() && layers_[i + 1]->take_over_relu_gradient();
  }
}

// Whether nobody's backward looks at the input of layer `index` once the layer's own has.
template <class T>
bool Stack<T>::may_overwrite_input(std::size_t index) const {
  if (index == 0 || outputs_[index - 1] == nullptr) return false;
  for (std::size_t i = index; i > 0 && outputs_[i - 1] == outputs_[index - 1]; --i) {
    if (has_backward(i - 1) && layers_[i - 1]->backward_uses_output()) return false;
  }
  return true;
}

// Each of the two buffers as large as what backward will put there.
template <class T>
void Stack<T>::allocate_gradients(std::size_t batch_size) {
  std::size_t sizes[2] = {element_count(output_shape()), 1};
  std::size_t current = 0;
  over_input_.resize(layers_.size());
  for (std::size_t i = layers_.size(); i-- > first_computing_ + 1;) {
    const Layer<T>& layer = *layers_[i];
    if (!has_backward(i) || layer.in_place()) continue;
    over_input_[i] = may_overwrite_input(i);
    if (over_input_[i]) continue;
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
    if (!has_forward(i)) continue;
    if (i + 1 < layers_.size() && forward_left_[i + 1]) {
      layers_[i]->forward_relu(current, outputs_[i], batch, pass);
    } else {
      layers_[i]->forward(current, outputs_[i], batch, pass);
    }
    current = outputs_[i];
  }
  return current;
}

template <class T>
void Stack<T>::backward(const T* input, T* input_gradient, std::size_t batch) {
  T* gradient = gradients_[0].data();
  std::size_t buffer = 0;  // which of the two is in use
  // The layer whose gradient by its input nobody needs, or the caller takes.
  const std::size_t last = input_gradient == nullptr ? first_trained_ : first_computing_;
  for (std::size_t i = layers_.size(); i-- > last;) {
    Layer<T>& layer = *layers_[i];
    if (!has_backward(i)) continue;
    const T* const layer_input = i == 0 ? input : activation(i - 1, input);
    T* target = gradient;
    if (i == last) {
      target = input_gradient;
    } else if (over_input_[i]) {
      target = outputs_[i - 1];
    } else if (!layer.in_place()) {
      buffer = 1 - buffer;
      target = gradients_[buffer].data();
    }
    layer.backward(layer_input, outputs_[i], gradient, target, batch);
    gradient = target;
  }
  if (input_gradient != nullptr && last == layers_.size()) {
    std::copy_n(gradient, batch * element_count(output_shape()), input_gradient);
  }
}

template class Stack<float>;
template class Stack<double>;

}  // namespace anneal
