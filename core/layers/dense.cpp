#include "layers/dense.h"

#include "base/error.h"
#include "kernels/gemm.h"

namespace anneal {

std::size_t dense_inputs(const Shape& input, const std::string& path) {
  if (input.size() != 1) {
    fail_experiment(path, "dense expects a vector [inputs], got " + to_string(input) +
                              "; put a flatten layer in front");
  }
  return input[0];
}

template <class T>
Dense<T>::Dense(const Shape& input, const DenseSettings& settings, const std::string& name,
                Random& random)
    : input_shape_(input),
      output_shape_{settings.units},
      inputs_(dense_inputs(input, name)),
      units_(settings.units),
      has_bias_(settings.bias) {
  const Shape shape = {inputs_, units_};
  weight_ = {name + ".weight", zeros<T>(shape), zeros<T>(shape), true};
  initialise(weight_.value, settings.initialiser, inputs_, units_, random);
  if (has_bias_) {
    const Shape biases = {units_};
    bias_ = {name + ".bias", zeros<T>(biases), zeros<T>(biases), false};
  }
}

template <class T>
void Dense<T>::forward(const T* input, T* output, std::size_t batch, Pass) {
  run(input, output, batch, false);
}

template <class T>
void Dense<T>::forward_relu(const T* input, T* output, std::size_t batch, Pass) {
  run(input, output, batch, true);
}

template <class T>
void Dense<T>::run(const T* input, T* output, std::size_t batch, bool relu) {
  kernels::Epilogue<T> epilogue;
  epilogue.relu = relu;
  if (has_bias_) epilogue.bias = bias_.value.data();
  kernels::gemm<T>(batch, units_, inputs_, {input, inputs_}, {weight_.value.data(), units_}, output,
                   units_, epilogue);
}

template <class T>
void Dense<T>::backward(const T* input, const T*, const T* output_gradient, T* input_gradient,
                        std::size_t batch) {
  kernels::gemm<T>(inputs_, units_, batch, {input, inputs_, true}, {output_gradient, units_},
                   weight_.gradient.data(), units_);
  if (has_bias_) kernels::column_sums(output_gradient, batch, units_, bias_.gradient.data());
  if (input_gradient != nullptr) {
    kernels::gemm<T>(batch, inputs_, units_, {output_gradient, units_},
                     {weight_.value.data(), units_, true}, input_gradient, inputs_);
  }
}

template <class T>
std::vector<Parameter<T>*> Dense<T>::parameters() {
  if (has_bias_) return {&weight_, &bias_};
  return {&weight_};
}

template class Dense<float>;
template class Dense<double>;

}  // namespace anneal
