#include "layers/batch_norm.h"

#include <cmath>

#include "kernels/normalisation.h"

namespace anneal {

template <class T>
BatchNorm<T>::BatchNorm(const BatchNormSettings& settings, const LayerSite& site)
    : Layer<T>(settings.type, site.input, site.input),
      channels_(site.input.back()),
      momentum_(settings.momentum),
      epsilon_(settings.epsilon),
      mean_(channels_),
      variance_(channels_),
      inverse_deviation_(channels_) {
  const Shape shape = {channels_};
  weight_ = {site.name + ".weight", zeros<T>(shape), zeros<T>(shape), false};
  weight_.value.fill(T(1));
  bias_ = {site.name + ".bias", zeros<T>(shape), zeros<T>(shape), false};
  running_mean_ = {site.name + ".running_mean", zeros<T>(shape)};
  running_variance_ = {site.name + ".running_var", zeros<T>(shape)};
  running_variance_.value.fill(T(1));
}

template <class T>
void BatchNorm<T>::forward(const T* input, T* output, std::size_t batch, Pass pass) {
  const std::size_t rows = batch * element_count(this->input_shape()) / channels_;
  if (pass.training()) {
    kernels::column_moments(input, rows, channels_, mean_.data(), variance_.data());
    update_running(rows);
  } else {
    for (std::size_t c = 0; c < channels_; ++c) {
      mean_[c] = static_cast<double>(running_mean_.value(c));
      variance_[c] = static_cast<double>(running_variance_.value(c));
    }
  }
  for (std::size_t c = 0; c < channels_; ++c) {
    inverse_deviation_[c] = 1 / std::sqrt(variance_[c] + epsilon_);
  }
  kernels::normalise_columns(input, rows, channels_, mean_.data(), inverse_deviation_.data(),
                             weight_.value.data(), bias_.value.data(), output);
}

template <class T>
void BatchNorm<T>::update_running(std::size_t count) {
  // One value has no variance to correct for; it counts as it is.
  const double correction =
      count > 1 ? static_cast<double>(count) / static_cast<double>(count - 1) : 1;
  const auto mix = [this](T& running, double batch) {
    running = static_cast<T>((1 - momentum_) * static_cast<double>(running) + momentum_ * batch);
  };
  for (std::size_t c = 0; c < channels_; ++c) {
    mix(running_mean_.value(c), mean_[c]);
    mix(running_variance_.value(c), variance_[c] * correction);
  }
}

template <class T>
void BatchNorm<T>::backward(const T* input, const T*, const T* output_gradient, T* input_gradient,
                            std::size_t batch) {
  const std::size_t rows = batch * element_count(this->input_shape()) / channels_;
  kernels::normalise_columns_backward(
      input, rows, channels_, mean_.data(), inverse_deviation_.data(), weight_.value.data(),
      output_gradient, weight_.gradient.data(), bias_.gradient.data(), input_gradient);
}

template class BatchNorm<float>;
template class BatchNorm<double>;

}  // namespace anneal
