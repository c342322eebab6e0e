#include "losses/loss.h"

#include <algorithm>

namespace anneal {

namespace {

template <class Kind, class T>
BatchLoss batch_loss_of(const Kind&, double smoothing, const T* outputs,
                        const std::uint16_t* labels, std::size_t batch, std::size_t classes,
                        T* gradient) {
  BatchLoss result;
  const double scale = 1 / static_cast<double>(batch);
  for (std::size_t n = 0; n < batch; ++n) {
    const T* const row = outputs + n * classes;
    const std::size_t label = labels[n];
    if (static_cast<std::size_t>(std::max_element(row, row + classes) - row) == label) {
      ++result.correct;
    }
    T* const row_gradient = gradient == nullptr ? nullptr : gradient + n * classes;
    result.loss += Kind::sample(row, {label, classes, smoothing}, scale, row_gradient);
  }
  result.loss /= static_cast<double>(batch);
  return result;
}

}  // namespace

template <class T>
BatchLoss batch_loss(const LossSettings& settings, const T* outputs, const std::uint16_t* labels,
                     std::size_t batch, std::size_t classes, T* gradient) {
  return std::visit(
      [&](const auto& kind) {
        return batch_loss_of(kind, settings.label_smoothing, outputs, labels, batch, classes,
                             gradient);
      },
      settings.kind);
}

template BatchLoss batch_loss(const LossSettings&, const float*, const std::uint16_t*, std::size_t,
                              std::size_t, float*);
template BatchLoss batch_loss(const LossSettings&, const double*, const std::uint16_t*, std::size_t,
                              std::size_t, double*);

}  // namespace anneal
