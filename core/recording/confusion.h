// Which class a network took each image for: counts by label and prediction. Left out: losses, and
// which image it was.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace anneal {

// A count that is not zero.
struct ConfusionCell {
  std::uint16_t label = 0;
  std::uint16_t prediction = 0;
  std::uint32_t images = 0;

  friend bool operator==(const ConfusionCell&, const ConfusionCell&) = default;
};

class Confusion {
 public:
  // Above this many classes the square of counts is too large to be kept, and none is.
  static constexpr std::size_t kMostClasses = 1024;

  // `classes` counts the network's outputs.
  explicit Confusion(std::size_t classes);
  Confusion(std::size_t classes, std::span<const ConfusionCell> cells);

  std::size_t classes() const { return classes_; }
  bool kept() const { return !counts_.empty(); }

  void clear();
  // Nothing where none is kept.
  void add(std::size_t label, std::size_t prediction);

  // [classes, classes]: a row a label, a column a prediction; empty where none is kept.
  std::span<const std::uint32_t> counts() const { return counts_; }

  // Of the images that were taken for the class, the share that are of it; NaN where none was.
  double precision(std::size_t label) const;
  // Of the images of the class, the share that were taken for it; NaN where there are none.
  double recall(std::size_t label) const;

  // Writes the cells that are not zero, ordered by label and prediction; room for all is kept.
  std::span<const ConfusionCell> cells();

 private:
  std::size_t classes_;
  std::vector<std::uint32_t> counts_;
  std::vector<ConfusionCell> cells_;
};

}  // namespace anneal
