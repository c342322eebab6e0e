#include "recording/confusion_matrix.h"

#include <algorithm>
#include <limits>

namespace anneal {

namespace {

double share(std::uint32_t part, std::uint64_t whole) {
  return whole == 0 ? std::numeric_limits<double>::quiet_NaN()
                    : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

ConfusionMatrix::ConfusionMatrix(std::size_t classes)
    : classes_(classes), counts_(classes > kMaxClasses ? 0 : classes * classes) {
  cells_.reserve(counts_.size());
}

ConfusionMatrix::ConfusionMatrix(std::size_t classes, std::span<const ConfusionCell> cells)
    : ConfusionMatrix(classes) {
  for (const ConfusionCell& cell : cells) {
    counts_[cell.label * classes_ + cell.prediction] += cell.images;
  }
}

void ConfusionMatrix::clear() { std::fill(counts_.begin(), counts_.end(), 0); }

void ConfusionMatrix::add(std::size_t label, std::size_t prediction) {
  if (stored()) ++counts_[label * classes_ + prediction];
}

double ConfusionMatrix::precision(std::size_t label) const {
  std::uint64_t taken = 0;
  for (std::size_t other = 0; other < classes_; ++other) taken += counts_[other * classes_ + label];
  return share(counts_[label * classes_ + label], taken);
}

double ConfusionMatrix::recall(std::size_t label) const {
  std::uint64_t images = 0;
  for (std::size_t other = 0; other < classes_; ++other) {
    images += counts_[label * classes_ + other];
  }
  return share(counts_[label * classes_ + label], images);
}

std::span<const ConfusionCell> ConfusionMatrix::cells() {
  cells_.clear();
  for (std::size_t i = 0; i < counts_.size(); ++i) {
    if (counts_[i] == 0) continue;
    cells_.push_back({static_cast<std::uint16_t>(i / classes_),
                      static_cast<std::uint16_t>(i % classes_), counts_[i]});
  }
  return cells_;
}

}  // namespace anneal
