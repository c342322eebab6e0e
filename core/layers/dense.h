// Fully connected layer.
#pragma once

#include "layers/layer.h"
#include "layers/settings.h"

namespace anneal {

// Inputs of a dense layer on that input. Throws Error (experiment) at `path` where the input still
// has axes: a flatten belongs in front.
std::size_t dense_inputs(const Shape& input, const std::string& path);

// y = x W + b: [in] -> [units]; weight [in, units], bias [units].
template <class T>
class Dense final : public Layer<T> {
 public:
  // Weights are drawn from `random`, biases start at zero. `name` is the prefix of their names.
  Dense(const Shape& input, const DenseSettings& settings, const std::string& name, Random& random);

  std::string_view type() const override { return "dense"; }
  const Shape& input_shape() const override { return input_shape_; }
  const Shape& output_shape() const override { return output_shape_; }
  void forward(const T* input, T* output, std::size_t batch, Pass pass) override;
  bool has_forward_relu() const override { return true; }
  void forward_relu(const T* input, T* output, std::size_t batch, Pass pass) override;
  void backward(const T* input, const T* output, const T* output_gradient, T* input_gradient,
                std::size_t batch) override;
  std::vector<Parameter<T>*> parameters() override;

 private:
  void run(const T* input, T* output, std::size_t batch, bool relu);

  Shape input_shape_, output_shape_;
  std::size_t inputs_, units_;
  bool has_bias_;
  Parameter<T> weight_, bias_;
};

}  // namespace anneal
