// Layers one after another, with the memory that they share: one activation buffer a layer (or
// fewer, where layers work in place), and gradients laid over the activations that are no longer
// needed, or else in two buffers used in turn. All of it is allocated when the stack is made;
// forward and backward allocate nothing. A ReLU is left to the layers around it where they have it
// in a pass of their own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "layers/layer.h"

namespace anneal {

struct LayerSettings;  // layers/kinds.h

template <class T>
class Stack {
 public:
  // Layers are named `prefix` + their number and start from the seed. The settings fit the input:
  // describe was called before.
  Stack(const std::vector<LayerSettings>& settings, const Shape& input, std::size_t batch_size,
        const std::string& prefix, std::uint64_t seed);

  const Shape& output_shape() const { return layers_.back()->output_shape(); }
  const std::vector<std::unique_ptr<Layer<T>>>& layers() const { return layers_; }
  std::vector<Parameter<T>*> parameters() const;
  std::vector<Buffer<T>*> buffers() const;

  // The output of `batch` samples; valid until the next call. The input is left as it is.
  const T* forward(const T* input, std::size_t batch, Pass pass);

  // [batch_size, ...output_shape], to be filled before backward, which uses it up.
  T* output_gradient() { return gradients_[0].data(); }

  // After forward in train mode on the same input. input_gradient may be null: then it is not
  // computed.
  void backward(const T* input, T* input_gradient, std::size_t batch);

  // Whether layer `index` has a forward or a backward pass of its own: neither where it only
  // reshapes or another layer does its work.
  bool has_forward(std::size_t index) const {
    return !layers_[index]->is_reshape() && !forward_left_[index];
  }
  bool has_backward(std::size_t index) const {
    return !layers_[index]->is_reshape() && !backward_left_[index];
  }

  // What layer `index` made of the last input; where the next layer works in place, what that made.
  const T* activation(std::size_t index, const T* input) const {
    return outputs_[index] == nullptr ? input : outputs_[index];
  }

 private:
  void leave_relus_to_others();
  bool may_overwrite_input(std::size_t index) const;
  void allocate_gradients(std::size_t batch_size);

  std::vector<std::unique_ptr<Layer<T>>> layers_;
  std::vector<Tensor<T>> memory_;
  std::vector<T*> outputs_;  // of each layer; null: the stack's input under another shape
  // Of a layer: whether the one before sees to a ReLU's forward pass, the one after to its backward
  // pass, and whether its gradient by the input lies over the input.
  std::vector<bool> forward_left_, backward_left_, over_input_;
  std::size_t first_trained_ = 0;    // layers before it have no parameters
  std::size_t first_computing_ = 0;  // layers before it only reshape
  Tensor<T> gradients_[2];
};

}  // namespace anneal
