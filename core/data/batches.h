// Batches of images as network input: converts bytes to numbers, shuffles, and augments training
// images. The content of a batch is a pure function of seed, epoch and index, so that a run can be
// resumed anywhere. Allocates on construction only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "data/dataset.h"
#include "data/normalisation.h"

namespace anneal {

// Random changes to a training image, drawn again for every image and epoch (stream "augment").
struct Augmentation {
  std::size_t shift = 0;  // moved by -shift .. shift pixels on both axes; the border becomes byte 0
  bool flip = false;      // mirrored left to right with probability 1/2
  // Side of a square that becomes 0 in the network input. Its centre is any pixel, so the square
  // may extend past the edge (DeVries and Taylor, 2017).
  std::size_t cutout = 0;
};

struct BatchSettings {
  Normalisation normalisation;
  Augmentation augmentation;
};

class Batches {
 public:
  // `dataset` must outlive the batches. With `shuffle` every epoch has a new random order (stream
  // "shuffle"), else the order of `indices`. Throws ErrorKind::experiment for a batch size of 0 or
  // an augmentation larger than the image.
  Batches(const Dataset& dataset, std::vector<std::uint32_t> indices, std::size_t batch_size,
          std::uint64_t seed, bool shuffle, const BatchSettings& settings = {});

  // Images per epoch.
  std::size_t size() const { return indices_.size(); }
  std::size_t batch_size() const { return batch_size_; }

  // Batches per epoch: size() / batch_size(), rounded up. The last batch may be smaller.
  std::size_t per_epoch() const { return (size() + batch_size_ - 1) / batch_size_; }

  // Data set indices of batch `index` (below per_epoch()) of `epoch`. Valid until the next call.
  std::span<const std::uint32_t> batch(std::size_t epoch, std::size_t index);

  // Writes that batch: images [N, H, W, C], labels [N]. Returns N.
  std::size_t fill(std::size_t epoch, std::size_t index, float* images, std::uint16_t* labels);

  // Converts an image of bytes, [H, W, C], to network input without augmentation.
  void write_unaugmented(const std::uint8_t* image, float* output) const;

  // Writes image `image` of the data set as fill() does in that epoch: [H, W, C].
  void write(std::size_t epoch, std::uint32_t image, float* output);

 private:
  struct Placement;

  void order_for(std::size_t epoch);
  Placement place(std::size_t epoch, std::uint32_t image) const;
  void write_placed(const std::uint8_t* image, const Placement& placement, float* output) const;
  void apply_cutout(const Placement& placement, float* output) const;

  const Dataset* dataset_;
  std::vector<std::uint32_t> indices_;
  std::size_t batch_size_;
  std::uint64_t seed_;
  bool shuffle_;
  Augmentation augmentation_;
  std::vector<float> table_;  // [C, 256]: input value of each byte
  std::vector<std::uint32_t> order_;
  std::size_t order_epoch_;
  std::vector<std::uint8_t> scratch_;  // an image drawn on demand
};

}  // namespace anneal
