// The loss of an experiment: what is minimised, over a batch of class scores and labels.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace anneal {

enum class LossType { cross_entropy, mean_squared_error };
constexpr std::array<std::string_view, 2> names(LossType) {
  return {"cross_entropy", "mean_squared_error"};
}

struct LossSettings {
  LossType type = LossType::cross_entropy;
  double label_smoothing = 0;  // in [0, 1)
};

struct BatchLoss {
  double loss = 0;  // the mean over the batch
  std::size_t correct =
      0;  // samples whose largest output is that of their label (the first, if equal)
};

// outputs [batch, classes], labels [batch]. With the target
//   q_c = (1 - smoothing) [c = label] + smoothing / classes
// the loss of a sample is, as PyTorch has it (cross_entropy with label_smoothing, mse_loss),
//   cross_entropy:       -sum_c q_c log softmax(outputs)_c
//   mean_squared_error:  sum_c (outputs_c - q_c)^2 / classes
// Where gradient is not null, it receives the gradient of the mean loss by the outputs. Sums are in
// double and in the order of the samples.
template <class T>
BatchLoss batch_loss(const LossSettings& settings, const T* outputs, const std::uint16_t* labels,
                     std::size_t batch, std::size_t classes, T* gradient);

}  // namespace anneal
