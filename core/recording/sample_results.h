// Prediction and loss of each held-out image in the last completed evaluation, for lists of single
// images such as the worst mistakes. Uses 32 bytes per image (the last evaluation and the current
// one), allocated on construction.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "losses/loss.h"

namespace anneal {

struct SampleResult {
  std::uint16_t prediction = 0;
  float probability = 0;        // of the predicted class, see write_probabilities
  float label_probability = 0;  // of the label
  float loss = 0;               // of this image alone
};

// Writes the probability of each class, [classes], from the outputs of one image, [classes]: their
// softmax for cross-entropy. A network trained with mean squared error predicts probabilities
// directly: its outputs are copied and may lie outside [0, 1].
void write_probabilities(const LossKind& loss, std::span<const float> outputs,
                         std::span<float> probabilities);

class SampleResults {
 public:
  SampleResults(const LossSettings& loss, std::size_t images, std::size_t classes);

  // Sequence of an evaluation: begin(), add() for each batch in order, end().
  void begin() { added_ = 0; }
  // `outputs` is [batch, classes], `labels` is [batch].
  void add(const float* outputs, const std::uint16_t* labels, std::size_t batch);
  void end(std::size_t epoch);

  // The epoch, counted from 0, of the last completed evaluation; empty before the first.
  std::optional<std::size_t> epoch() const { return epoch_; }
  // Results of that evaluation, in the order of the held-out images; empty before the first.
  std::span<const SampleResult> results() const;

 private:
  LossSettings loss_;
  std::size_t classes_;
  std::vector<SampleResult> completed_, current_;
  std::vector<float> probabilities_;  // of an image
  std::size_t added_ = 0;
  std::optional<std::size_t> epoch_;
};

}  // namespace anneal
