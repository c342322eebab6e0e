// What an evaluation said of each held-out image, kept so that single images can be asked for: the
// worst mistakes, those of a cell of the confusion. It costs 32 bytes an image, of the evaluation
// that is over and of the one under way, and a look at each image's outputs; allocated once.
// Left out: images, labels, and every evaluation but the last.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "losses/loss.h"

namespace anneal {

struct SampleOutcome {
  std::uint16_t prediction = 0;
  float probability = 0;        // given to the prediction, see write_probabilities
  float label_probability = 0;  // given to the label
  float loss = 0;               // the image's own part of the mean
};

// What a network with these outputs [classes] thinks of each class: their softmax, or, where it is
// trained by mean squared error, the outputs themselves, which may lie beyond 0 and 1.
void write_probabilities(LossType loss, std::span<const float> outputs,
                         std::span<float> probabilities);

class SampleOutcomes {
 public:
  SampleOutcomes(const LossSettings& loss, std::size_t images, std::size_t classes);

  // An evaluation: begin, add for each batch in order, end.
  void begin() { added_ = 0; }
  // outputs [batch, classes], labels [batch].
  void add(const float* outputs, const std::uint16_t* labels, std::size_t batch);
  void end(std::size_t epoch);

  // The epoch that the last whole evaluation followed; none before the first.
  std::optional<std::size_t> epoch() const { return epoch_; }
  // Of that evaluation, in the order of the held-out images; empty before the first.
  std::span<const SampleOutcome> outcomes() const;

 private:
  LossSettings loss_;
  std::size_t classes_;
  std::vector<SampleOutcome> last_, under_way_;
  std::vector<float> probabilities_;  // of an image
  std::size_t added_ = 0;
  std::optional<std::size_t> epoch_;
};

}  // namespace anneal
