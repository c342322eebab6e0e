// Normalisation of bytes to network input, and the mean and standard deviation of images.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "data/dataset.h"

namespace anneal {

// A byte becomes (byte / 255 - mean) / deviation, per channel. Empty: byte / 255.
struct Normalisation {
  std::vector<double> mean;       // [C]
  std::vector<double> deviation;  // [C], above 0
};

// Accumulates mean and standard deviation image by image. The sums are integers, so that the result
// does not depend on order or machine.
class ChannelSums {
 public:
  explicit ChannelSums(std::size_t channels) : sums_(channels, 0), squares_(channels, 0) {}

  // Adds an image of `bytes` bytes, [H, W, C].
  void add(const std::uint8_t* image, std::size_t bytes);

  // Mean and population standard deviation of every channel, in units of byte / 255. A constant
  // channel gets the deviation 1. At least one image must have been added.
  Normalisation normalisation() const;

 private:
  std::vector<std::uint64_t> sums_;     // [C]
  std::vector<std::uint64_t> squares_;  // [C]
  std::uint64_t pixels_ = 0;
};

// The normalisation that brings the images at `indices` to mean 0 and deviation 1. Throws
// ErrorKind::data where `indices` is empty.
Normalisation standardise(const Dataset& dataset, std::span<const std::uint32_t> indices);

}  // namespace anneal
