// The list of losses, and the loss of an experiment: what is minimised, over a batch of class
// scores and labels. To add a loss: its header, and one name here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>

#include "base/field.h"
#include "base/json_fwd.h"
#include "losses/cross_entropy.h"
#include "losses/mean_squared_error.h"

namespace anneal {

using LossKind = std::variant<CrossEntropy, MeanSquaredError>;

struct LossSettings {
  LossKind kind = {};
  double label_smoothing = 0;

  // Beside "type" and the kind's own.
  template <class Visit>
  static void keys(Visit&& visit) {
    visit.optional("label_smoothing", &LossSettings::label_smoothing,
                   {.range = share(), .unit = "share", .symbol = "\\epsilon"});
  }
};

// The "loss" section of a document.
void read_value(const Json& json, const std::string& path, LossSettings& settings);
Json write_value(const LossSettings& settings);

struct BatchLoss {
  double loss = 0;  // the mean over the batch
  // Samples whose largest output (the first, if equal) is that of their label.
  std::size_t correct = 0;
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
