// Running sums of loss and correct predictions over the images of an epoch.
#pragma once

#include <cstddef>
#include <cstdint>

#include "losses/loss.h"
#include "recording/confusion_matrix.h"

namespace anneal {

struct EpochSums {
  double loss = 0;
  std::size_t correct = 0;
  std::size_t top_k = 0;
  std::size_t images = 0;

  void add(const BatchLoss& batch, std::size_t size);

  // Means over the images; NaN where there are none.
  double mean_loss() const;
  double accuracy() const;
  double top_k_accuracy() const;
};

// Adds the predictions of a batch to `confusion` and returns how many labels are among the k
// largest outputs. `outputs` is [batch, classes], `labels` is [batch]. The prediction is the class
// with the largest output. Among equal outputs the lower class comes first.
std::size_t count_predictions(const float* outputs, const std::uint16_t* labels, std::size_t batch,
                              std::size_t classes, std::size_t k, ConfusionMatrix& confusion);

}  // namespace anneal
