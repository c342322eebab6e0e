// Sums over the images of a part of the data, seen so far in an epoch.
#pragma once

#include <cstddef>
#include <cstdint>

#include "losses/loss.h"
#include "recording/confusion.h"

namespace anneal {

struct EpochSums {
  double loss = 0;
  std::size_t correct = 0;
  std::size_t top_k = 0;
  std::size_t images = 0;

  void add(const BatchLoss& batch, std::size_t size);

  // Means; NaN where no image was seen.
  double mean_loss() const;
  double accuracy() const;
  double top_k_accuracy() const;
};

// What a network made of a batch, outputs [batch, classes] and labels [batch]: counts in
// `confusion` what each image was taken for (the largest output; the first, if equal), and returns
// how many labels are among the k largest outputs (of equal ones the first are taken for larger).
std::size_t rank(const float* outputs, const std::uint16_t* labels, std::size_t batch,
                 std::size_t classes, std::size_t k, Confusion& confusion);

}  // namespace anneal
