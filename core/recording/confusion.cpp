#include "recording/confusion.h"

#include <algorithm>
#include <limits>

namespace anneal {

namespace {

double share(std::uint32_t part, std::uint64_t whole) {
  return whole == 0 ? std::numeric_limits<double>::quiet_NaN()
                    : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

Confusion::Confusion(std::size_t classes)
    : classes_(classes), counts_(classes > kMostClasses ? 0 : classes * classes) {
  cells_.reserve(counts_.size());
}

Confusion::Confusion(std::size_t classes, std::span<const ConfusionCell> cells)
    : Confusion(classes) {
  for (const ConfusionCell& cell : cells) {
    counts_[cell.label * classes_ + cell.prediction] += cell.images;
  }
}

void Confusion::clear() { std::fill(counts_.begin(), counts_.end(), 0); }

void Confusion::add(std::size_t label, std::size_t prediction) {
  if (kept()) ++counts_[label * classes_ + prediction];
}

double Confusion::precision(std::size_t label) const {
  std::uint64_t taken = 0;
  for (std::size_t other = 0; other < classes_; ++other) taken += counts_[other * classes_ + label];
  return share(counts_[label * classes_ + label], taken);
}

double Confusion::recall(std::size_t label) const {
  std::uint64_t images = 0;
  for (std::size_t other = 0; other < classes_; ++other) {
    images += counts_[label * classes_ + other];
  }
  return share(counts_[label * classes_ + label], images);
}

std::span<const ConfusionCell> Confusion::cells() {
  cells_.clear();
  for (std::size_t i = 0; i < counts_.size(); ++i) {
    if (counts_[i] == 0) continue;
    cells_.push_back({static_cast<std::uint16_t>(i / classes_),
                      static_cast<std::uint16_t>(i % classes_), counts_[i]});
  }
  return cells_;
}

}  // namespace anneal
