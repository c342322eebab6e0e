#include "layers/dense.h"

#include "base/error.h"

namespace anneal {

LayerDescription DenseSettings::describe(const Shape& input, const std::string& path) const {
  if (input.size() != 1) {
    fail_experiment(path, "dense expects a vector [inputs], got " + to_string(input) +
                              "; put a flatten layer in front");
  }
  const std::size_t weights = countable("weights", {input[0], units}, path);
  return describe_output({units}, path, weights + (bias ? units : 0), weights);
}

template <class T>
Dense<T>::Dense(const DenseSettings& settings, const LayerSite& site)
    : WeightedLayer<T, Dense<T>>(settings, site, {site.input.back(), settings.units},
                                 site.input.back(), settings.units),
      inputs_(site.input.back()),
      units_(settings.units) {}

template <class T>
void Dense<T>::run(const T* input, T* output, std::size_t batch,
                   const kernels::Epilogue<T>& epilogue) {
  kernels::gemm<T>(batch, units_, inputs_, {input, inputs_}, {this->weight(), units_}, output,
                   units_, epilogue);
}

template <class T>
void Dense<T>::backward(const T* input, const T*, const T* output_gradient, T* input_gradient,
                        std::size_t batch) {
  kernels::gemm<T>(inputs_, units_, batch, {input, inputs_, true}, {output_gradient, units_},
                   this->weight_gradient(), units_);
  this->set_bias_gradient(output_gradient, batch);
  if (input_gradient != nullptr) {
    kernels::gemm<T>(batch, inputs_, units_, {output_gradient, units_},
                     {this->weight(), units_, true}, input_gradient, inputs_);
  }
}

template class Dense<float>;
template class Dense<double>;

}  // namespace anneal
