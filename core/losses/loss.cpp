#include "losses/loss.h"

#include <algorithm>

#include "losses/cross_entropy.h"
#include "losses/mean_squared_error.h"

namespace anneal {

template <class T>
BatchLoss batch_loss(const LossSettings& settings, const T* outputs, const std::uint16_t* labels,
                     std::size_t batch, std::size_t classes, T* gradient) {
  BatchLoss result;
  for (std::size_t n = 0; n < batch; ++n) {
    const T* const row = outputs + n * classes;
    const std::size_t label = labels[n];
    if (static_cast<std::size_t>(std::max_element(row, row + classes) - row) == label) {
      ++result.correct;
    }
    const Target target = {label, classes, settings.label_smoothing};
    T* const row_gradient = gradient == nullptr ? nullptr : gradient + n * classes;
    const double scale = 1 / static_cast<double>(batch);
    result.loss += settings.type == LossType::cross_entropy
                       ? cross_entropy(row, target, scale, row_gradient)
                       : mean_squared_error(row, target, scale, row_gradient);
  }
  result.loss /= static_cast<double>(batch);
  return result;
}

template BatchLoss batch_loss(const LossSettings&, const float*, const std::uint16_t*, std::size_t,
                              std::size_t, float*);
template BatchLoss batch_loss(const LossSettings&, const double*, const std::uint16_t*, std::size_t,
                              std::size_t, double*);

}  // namespace anneal
