#include "data/normalisation.h"

#include <cmath>

#include "base/error.h"

namespace anneal {

void ChannelSums::add(const std::uint8_t* image, std::size_t bytes) {
  const std::size_t channels = sums_.size();
  for (std::size_t i = 0; i < bytes; i += channels) {
    for (std::size_t c = 0; c < channels; ++c) {
      const std::uint64_t byte = image[i + c];
      sums_[c] += byte;
      squares_[c] += byte * byte;
    }
  }
  pixels_ += bytes / channels;
}

Normalisation ChannelSums::normalisation() const {
  Normalisation result;
  const auto count = static_cast<double>(pixels_);
  for (std::size_t c = 0; c < sums_.size(); ++c) {
    const double mean = static_cast<double>(sums_[c]) / count;
    const double variance = static_cast<double>(squares_[c]) / count - mean * mean;
    result.mean.push_back(mean / 255.0);
    result.deviation.push_back(variance > 0 ? std::sqrt(variance) / 255.0 : 1.0);
  }
  return result;
}

Normalisation standardise(const Dataset& dataset, std::span<const std::uint32_t> indices) {
  if (indices.empty()) fail_data("no images to take the mean of");
  const std::size_t bytes = dataset.image_bytes();
  std::vector<std::uint8_t> scratch(dataset.draw ? bytes : 0);
  ChannelSums sums(dataset.image_shape[2]);
  for (const std::uint32_t index : indices) sums.add(dataset.image(index, scratch.data()), bytes);
  return sums.normalisation();
}

}  // namespace anneal
