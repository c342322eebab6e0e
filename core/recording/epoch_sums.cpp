#include "recording/epoch_sums.h"

#include <algorithm>
#include <limits>

namespace anneal {

namespace {

double mean(double sum, std::size_t images) {
  return images == 0 ? std::numeric_limits<double>::quiet_NaN() : sum / static_cast<double>(images);
}

}  // namespace

void EpochSums::add(const BatchLoss& batch, std::size_t size) {
  loss += batch.loss * static_cast<double>(size);
  correct += batch.correct;
  images += size;
}

double EpochSums::mean_loss() const { return mean(loss, images); }
double EpochSums::accuracy() const { return mean(static_cast<double>(correct), images); }
double EpochSums::top_k_accuracy() const { return mean(static_cast<double>(top_k), images); }

std::size_t count_predictions(const float* outputs, const std::uint16_t* labels, std::size_t batch,
                              std::size_t classes, std::size_t k, ConfusionMatrix& confusion) {
  std::size_t in_top_k = 0;
  for (std::size_t n = 0; n < batch; ++n) {
    const float* const row = outputs + n * classes;
    const std::size_t label = labels[n];
    std::size_t before = 0;
    for (std::size_t c = 0; c < classes; ++c) {
      if (row[c] > row[label] || (row[c] == row[label] && c < label)) ++before;
    }
    if (before < k) ++in_top_k;
    confusion.add(label, static_cast<std::size_t>(std::max_element(row, row + classes) - row));
  }
  return in_top_k;
}

}  // namespace anneal
