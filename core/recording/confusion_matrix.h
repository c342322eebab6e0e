// Confusion matrix: counts of images by label (true class) and prediction (predicted class).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace anneal {

// A non-zero cell of the matrix.
struct ConfusionCell {
  std::uint16_t label = 0;
  std::uint16_t prediction = 0;
  std::uint32_t images = 0;

  friend bool operator==(const ConfusionCell&, const ConfusionCell&) = default;
};

class ConfusionMatrix {
 public:
  // With more classes than this the matrix would be too large; it is then not stored.
  static constexpr std::size_t kMaxClasses = 1024;

  // `classes` is the number of network outputs.
  explicit ConfusionMatrix(std::size_t classes);
  ConfusionMatrix(std::size_t classes, std::span<const ConfusionCell> cells);

  std::size_t classes() const { return classes_; }
  bool stored() const { return !counts_.empty(); }

  void clear();
  // Does nothing where the matrix is not stored.
  void add(std::size_t label, std::size_t prediction);

  // [classes, classes]: rows are labels, columns are predictions. Empty where the matrix is not
  // stored.
  std::span<const std::uint32_t> counts() const { return counts_; }

  // The share of the images predicted as `label` whose label that is; NaN where no image was
  // predicted so.
  double precision(std::size_t label) const;
  // The share of the images of class `label` that were predicted correctly; NaN where there are
  // none.
  double recall(std::size_t label) const;

  // The non-zero cells, ordered by label, then by prediction. Valid until the next call. Allocates
  // nothing.
  std::span<const ConfusionCell> cells();

 private:
  std::size_t classes_;
  std::vector<std::uint32_t> counts_;
  std::vector<ConfusionCell> cells_;
};

}  // namespace anneal
