#include "layers/dropout.h"

#include <algorithm>

namespace anneal {

template <class T>
Dropout<T>::Dropout(const DropoutSettings& settings, const LayerSite& site)
    : Layer<T>(settings.type, site.input, site.input),
      rate_(settings.rate),
      seed_(site.random.next()),
      kept_(site.batch_size * element_count(site.input)) {}

template <class T>
void Dropout<T>::forward(const T* input, T* output, std::size_t batch, Pass pass) {
  const std::size_t count = batch * element_count(this->input_shape());
  if (!pass.training()) {
    if (input != output) std::copy_n(input, count, output);
    return;
  }
  Random random(seed_, stream_id("dropout", pass.step));
  const T scale = static_cast<T>(1 / (1 - rate_));
  for (std::size_t i = 0; i < count; ++i) {
    kept_[i] = random.chance(rate_) ? 0 : 1;
    output[i] = kept_[i] != 0 ? input[i] * scale : T(0);
  }
}

template <class T>
void Dropout<T>::backward(const T*, const T*, const T* output_gradient, T* input_gradient,
                          std::size_t batch) {
  if (input_gradient == nullptr) return;
  const T scale = static_cast<T>(1 / (1 - rate_));
  const std::size_t count = batch * element_count(this->input_shape());
  for (std::size_t i = 0; i < count; ++i) {
    input_gradient[i] = kept_[i] != 0 ? output_gradient[i] * scale : T(0);
  }
}

template class Dropout<float>;
template class Dropout<double>;

}  // namespace anneal
