// Which images train and which are held out, and the wrong labels that are put in on purpose.
// Left out: copying images; a split is two lists of indices.
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

// With `shuffle` the seed decides, every choice equally likely (stream "split"). Without it the
// first `train` images train, in the order of the file, and the next `validation` are held out.
// Throws ErrorKind::data, naming both numbers, if there are fewer images than train + validation.
Split split(const Dataset& dataset, std::size_t train, std::size_t validation, std::uint64_t seed,
            bool shuffle);

// As split() with `shuffle`, but each part holds the classes in the proportions of the whole data
// set, each count rounded to a neighbouring whole number so that the totals are exact; the largest
// remainders, and among equals the lowest classes, are rounded up.
Split stratified_split(const Dataset& dataset, std::size_t train, std::size_t validation,
                       std::uint64_t seed);

// A label that was replaced on purpose.
struct WrongLabel {
  std::uint32_t image;
  std::uint16_t truth;
};

// Replaces the labels of round(share * |indices|) of the images at `indices` by another class, each
// choice of images and each wrong class equally likely (stream "noise"). Returns what is wrong now,
// in the order of the images. Meant for training images: what is held out keeps the
// truth. `share` is in [0, 1]; there must be two classes at least, else ErrorKind::data.
std::vector<WrongLabel> add_label_noise(Dataset& dataset, std::span<const std::uint32_t> indices,
                                        double share, std::uint64_t seed);

}  // namespace anneal
