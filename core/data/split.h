// Splits a data set into training and held-out images and adds label noise. A split is two lists of
// indices; no images are copied.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "data/dataset.h"

namespace anneal {

struct Split {
  std::vector<std::uint32_t> train;
  std::vector<std::uint32_t> validation;  // shares no image with train
};

// With `shuffle` the split is random and uniform (stream "split"). Without it the first `train`
// images are for training and the next `validation` are held out. Throws ErrorKind::data, naming
// both numbers, where there are fewer than train + validation images.
Split split(const Dataset& dataset, std::size_t train, std::size_t validation, std::uint64_t seed,
            bool shuffle);

// As split() with `shuffle`, but each part has the class proportions of the whole data set. Counts
// are rounded by the largest remainder method; ties are decided in favour of lower classes.
Split stratified_split(const Dataset& dataset, std::size_t train, std::size_t validation,
                       std::uint64_t seed);

// A label that was replaced by label noise.
struct WrongLabel {
  std::uint32_t image;
  std::uint16_t truth;
};

// Label noise: replaces the labels of round(share * indices.size()) random images at `indices` by a
// random other class (stream "noise"). Returns the replaced labels, ordered by image. Meant for
// training images only. `share` is in [0, 1]. Throws ErrorKind::data where there are fewer than two
// classes.
std::vector<WrongLabel> add_label_noise(Dataset& dataset, std::span<const std::uint32_t> indices,
                                        double share, std::uint64_t seed);

}  // namespace anneal
