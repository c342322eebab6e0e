// How bytes become the numbers that a network sees, and the mean and deviation that they may be
// brought to. Left out: writing those numbers, which is the business of Batches.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "data/dataset.h"

namespace anneal {

// A channel's bytes become (byte / 255 - mean) / deviation. Empty: byte / 255.
struct Normalisation {
  std::vector<double> mean;       // [C]
  std::vector<double> deviation;  // [C], above 0
};

// The sums from which mean and deviation follow, image by image. They are of whole numbers, so the
// result does not depend on the order or on the machine.
class ChannelSums {
 public:
  explicit ChannelSums(std::size_t channels) : sums_(channels, 0), squares_(channels, 0) {}

  // An image of `bytes` bytes, [H, W, C].
  void add(const std::uint8_t* image, std::size_t bytes);

  // The mean and the standard deviation (dividing by the number of pixels) of every channel, in
  // units of byte / 255; a channel that never changes gets the deviation 1. After one image at
  // least.
  Normalisation normalisation() const;

 private:
  std::vector<std::uint64_t> sums_;     // [C]
  std::vector<std::uint64_t> squares_;  // [C]
  std::uint64_t pixels_ = 0;
};

// That of the images at `indices`. Throws ErrorKind::data if `indices` is empty.
Normalisation standardise(const Dataset& dataset, std::span<const std::uint32_t> indices);

}  // namespace anneal
