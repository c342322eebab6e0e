// The network of an experiment: a stack of layers and the memory of its input.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "layers/kinds.h"
#include "layers/stack.h"
#include "tensor/named_tensor.h"

namespace anneal {

// What each layer makes of its input, without allocating anything. Throws Error (experiment) naming
// `network.layers[i]` and both shapes for the first layer that cannot work.
std::vector<LayerDescription> describe(const NetworkSettings& settings);

template <class T>
class Network;

// All trained values of a network: parameters, then running statistics. Valid while the network
// lives.
std::vector<NamedTensor> learned_tensors(const Network<float>& network);

template <class T>
class Network {
 public:
  // Parameters are named "layers.<i>.weight" and "layers.<i>.bias" and start from the seed. Throws
  // as describe does, and where no layer has weights.
  Network(const NetworkSettings& settings, std::size_t batch_size, std::uint64_t seed);

  const Shape& input_shape() const { return input_shape_; }
  const Shape& output_shape() const { return stack_.output_shape(); }
  std::size_t batch_size() const { return batch_size_; }
  const Stack<T>& stack() const { return stack_; }
  const std::vector<Parameter<T>*>& parameters() const { return parameters_; }
  std::vector<Buffer<T>*> buffers() const { return stack_.buffers(); }

  // [batch_size, ...input_shape], to be filled before forward.
  T* input() { return input_.data(); }

  // The output [batch, ...output_shape] of the first `batch` samples of input(); batch <=
  // batch_size.
  const T* forward(std::size_t batch, Pass pass) {
    return stack_.forward(input_.data(), batch, pass);
  }

  // [batch_size, ...output_shape], to be filled before backward, which uses it up.
  T* output_gradient() { return stack_.output_gradient(); }

  // Gradients of all parameters, from output_gradient(), after forward in train mode.
  void backward(std::size_t batch) { stack_.backward(input_.data(), nullptr, batch); }

  // What layer `index` made of the last batch, until backward: [batch, ...output_shape of that
  // layer]. Where the next layer works in place, it is that layer's output.
  const T* activation(std::size_t index) const { return stack_.activation(index, input_.data()); }

 private:
  Shape input_shape_;
  std::size_t batch_size_;
  Stack<T> stack_;
  std::vector<Parameter<T>*> parameters_;
  Tensor<T> input_;  // flat
};

}  // namespace anneal
