// A stack of layers with the memory that a training step needs: one activation buffer a layer
// (shared by layers that work in place) and two gradient buffers used in turn. All of it is
// allocated when the network is made; forward and backward allocate nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "layers/factory.h"
#include "layers/layer.h"
#include "layers/settings.h"
#include "tensor/tensor.h"

namespace anneal {

// What each layer makes of its input, without allocating anything. Throws Error (experiment) naming
// `network.layers[i]` and both shapes for the first layer that cannot work.
std::vector<LayerDescription> describe(const NetworkSettings& settings);

template <class T>
class Network {
 public:
  // Parameters are named "layers.<i>.weight" and "layers.<i>.bias" and start from the seed. Throws
  // as describe does.
  Network(const NetworkSettings& settings, std::size_t batch_size, std::uint64_t seed);

  const Shape& input_shape() const { return input_shape_; }
  const Shape& output_shape() const { return layers_.back()->output_shape(); }
  std::size_t batch_size() const { return batch_size_; }
  const std::vector<std::unique_ptr<Layer<T>>>& layers() const { return layers_; }
  const std::vector<Parameter<T>*>& parameters() const { return parameters_; }

  // [batch_size, ...input_shape], to be filled before forward.
  T* input() { return input_.data(); }

  // The output [batch, ...output_shape] of the first `batch` samples of input(); batch <=
  // batch_size.
  const T* forward(std::size_t batch, Mode mode);

  // [batch_size, ...output_shape], to be filled before backward.
  T* output_gradient() { return gradients_[0].data(); }

  // Gradients of all parameters, from output_gradient(), after forward in train mode.
  void backward(std::size_t batch);

  // What layer `index` made of the last batch: [batch, ...output_shape of that layer]. Where the
  // next layer works in place, it is that layer's output.
  const T* activation(std::size_t index) const { return outputs_[index]; }

 private:
  Shape input_shape_;
  std::size_t batch_size_;
  std::vector<std::unique_ptr<Layer<T>>> layers_;
  std::vector<Parameter<T>*> parameters_;
  Tensor<T> input_;
  std::vector<Tensor<T>> buffers_;
  std::vector<T*> outputs_;        // of each layer, into buffers_ or input_
  std::size_t first_trained_ = 0;  // layers before it need no gradient
  Tensor<T> gradients_[2];
};

}  // namespace anneal
