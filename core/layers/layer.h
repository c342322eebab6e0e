// The interface of a layer. Shapes are those of one sample, without the batch axis, and are fixed
// when the layer is made; a batch is `batch` samples one after another.
//
// A layer owns its parameters and what it must remember between forward and backward (the places of
// its maxima, say), but no activations: the network owns those and hands them in.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/random.h"
#include "tensor/parameter.h"
#include "tensor/shape.h"

namespace anneal {

enum class Mode { train, evaluate };

// What a forward pass is for. `step` is the number of the optimizer step: what a layer leaves to
// chance in it is a function of seed and step alone, so that a resumed run sees the same.
struct Pass {
  Mode mode = Mode::evaluate;
  std::uint64_t step = 0;

  Pass() = default;
  Pass(Mode pass_mode, std::uint64_t pass_step = 0)  // NOLINT(google-explicit-constructor)
      : mode(pass_mode), step(pass_step) {}

  bool training() const { return mode == Mode::train; }
};

template <class T>
class Stack;

// What a layer is made for and from, beside its settings.
struct LayerSite {
  const Shape& input;
  std::size_t batch_size;   // the largest batch that it will see
  const std::string& name;  // the prefix of the names of its parameters; its path in errors
  std::uint64_t seed;
  Random& random;  // the layer's own stream
};

template <class T>
class Layer {
 public:
  virtual ~Layer() = default;

  std::string_view type() const { return type_; }
  const Shape& input_shape() const { return input_shape_; }
  const Shape& output_shape() const { return output_shape_; }

  // Whether the output is the input under another shape. Then neither forward nor backward is
  // called.
  virtual bool is_reshape() const { return false; }

  // Whether input and output may be the same memory, and output_gradient and input_gradient too.
  // The layer's backward then does not look at its input.
  virtual bool in_place() const { return false; }

  // Whether backward looks at the output. A following layer may not overwrite it then.
  virtual bool backward_uses_output() const { return false; }

  // input [batch, ...input_shape] -> output [batch, ...output_shape].
  virtual void forward(const T* input, T* output, std::size_t batch, Pass pass) = 0;

  // The same and a ReLU of the output, in one pass, for a layer that has such a pass.
  virtual bool has_forward_relu() const { return false; }
  virtual void forward_relu(const T*, T*, std::size_t, Pass) {}

  // Asks a layer whose input comes out of a ReLU to see to the ReLU's gradient too, from now on:
  // its gradient by the input is then 0 wherever the input is. False where it does not.
  virtual bool take_over_relu_gradient() { return false; }

  // After forward in train mode on the same batch. Writes the gradient by the input and overwrites
  // (does not add to) the gradients of the parameters. input_gradient may be null: then it is not
  // computed. It may be the memory of the input too: what a layer reads of its input it reads
  // before it writes there, or element by element.
  virtual void backward(const T* input, const T* output, const T* output_gradient,
                        T* input_gradient, std::size_t batch) = 0;

  virtual std::vector<Parameter<T>*> parameters() { return {}; }

  // What the layer learns besides its parameters, and an optimizer leaves alone: running
  // statistics.
  virtual std::vector<Buffer<T>*> buffers() { return {}; }

  // The layers within this one; null where there are none.
  virtual const Stack<T>* inner() const { return nullptr; }

 protected:
  // `type` is the name in the document and outlives the layer.
  Layer(std::string_view type, Shape input, Shape output)
      : type_(type), input_shape_(std::move(input)), output_shape_(std::move(output)) {}

 private:
  std::string_view type_;
  Shape input_shape_, output_shape_;
};

}  // namespace anneal
