#include "losses/cross_entropy.h"

#include <algorithm>
#include <cmath>

namespace anneal {

template <class T>
BatchLoss cross_entropy(const T* logits, const std::uint16_t* labels, std::size_t batch,
                        std::size_t classes, double smoothing, T* gradient) {
  BatchLoss result;
  const double shared = smoothing / static_cast<double>(classes);
  for (std::size_t n = 0; n < batch; ++n) {
    const T* row = logits + n * classes;
    const std::size_t label = labels[n];
    const T* const largest = std::max_element(row, row + classes);
    if (static_cast<std::size_t>(largest - row) == label) ++result.correct;

    double sum = 0;        // of exp(logit - largest)
    double logit_sum = 0;  // of logit - largest
    for (std::size_t c = 0; c < classes; ++c) {
      const double shifted = static_cast<double>(row[c]) - static_cast<double>(*largest);
      sum += std::exp(shifted);
      logit_sum += shifted;
    }
    const double label_logit = static_cast<double>(row[label]) - static_cast<double>(*largest);
    result.loss += std::log(sum) - (1 - smoothing) * label_logit - shared * logit_sum;

    if (gradient == nullptr) continue;
    T* const row_gradient = gradient + n * classes;
    const double scale = 1 / static_cast<double>(batch);
    for (std::size_t c = 0; c < classes; ++c) {
      const double shifted = static_cast<double>(row[c]) - static_cast<double>(*largest);
      const double target = shared + (c == label ? 1 - smoothing : 0);
      row_gradient[c] = static_cast<T>((std::exp(shifted) / sum - target) * scale);
    }
  }
  result.loss /= static_cast<double>(batch);
  return result;
}

template BatchLoss cross_entropy(const float*, const std::uint16_t*, std::size_t, std::size_t,
                                 double, float*);
template BatchLoss cross_entropy(const double*, const std::uint16_t*, std::size_t, std::size_t,
                                 double, double*);

}  // namespace anneal
