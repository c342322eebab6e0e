#include "layers/layer_norm.h"

#include "kernels/normalisation.h"

namespace anneal {

template <class T>
LayerNorm<T>::LayerNorm(const LayerNormSettings& settings, const LayerSite& site)
    : Layer<T>(settings.type, site.input, site.input),
      channels_(site.input.back()),
      rows_(element_count(site.input) / channels_),
      epsilon_(settings.epsilon),
      mean_(site.batch_size * rows_),
      inverse_deviation_(site.batch_size * rows_) {
  const Shape shape = {channels_};
  weight_ = {site.name + ".weight", zeros<T>(shape), zeros<T>(shape), false};
  weight_.value.fill(T(1));
  bias_ = {site.name + ".bias", zeros<T>(shape), zeros<T>(shape), false};
}

template <class T>
void LayerNorm<T>::forward(const T* input, T* output, std::size_t batch, Pass) {
  kernels::normalise_rows(input, batch * rows_, channels_, epsilon_, weight_.value.data(),
                          bias_.value.data(), mean_.data(), inverse_deviation_.data(), output);
}

template <class T>
void LayerNorm<T>::backward(const T* input, const T*, const T* output_gradient, T* input_gradient,
                            std::size_t batch) {
  kernels::normalise_rows_backward(input, batch * rows_, channels_, mean_.data(),
                                   inverse_deviation_.data(), weight_.value.data(), output_gradient,
                                   weight_.gradient.data(), bias_.gradient.data(), input_gradient);
}

template class LayerNorm<float>;
template class LayerNorm<double>;

}  // namespace anneal
