// Images as a network sees them: bytes become numbers, an epoch becomes batches, and training
// images may be shifted, mirrored and partly covered on the way. What a batch holds is a pure
// function of the seed, the epoch and the batch's place in it, so a run can be resumed anywhere.
// Nothing is allocated after construction.
// Left out: shuffling across data sets, resizing, colour changes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "data/dataset.h"
#include "data/normalisation.h"

namespace anneal {

// Changes to a training image, drawn anew for every image in every epoch (stream "augment").
struct Augmentation {
  std::size_t shift = 0;  // moved by -shift .. shift pixels down and across; what appears is byte 0
  bool flip = false;      // mirrored left to right, one time in two
  std::size_t cutout = 0;  // a square of this side becomes 0 in the network's input; its centre is
                           // any pixel, so it may reach over the edge (DeVries and Taylor, 2017)
};

struct BatchSettings {
  Normalisation normalisation;
  Augmentation augmentation;
};

class Batches {
 public:
  // `dataset` must outlive the batches. With `shuffle` the images at `indices` come in a new order
  // in every epoch (stream "shuffle"), else always as listed. Throws ErrorKind::experiment for a
  // batch size of 0 or an augmentation that is larger than the image.
  Batches(const Dataset& dataset, std::vector<std::uint32_t> indices, std::size_t batch_size,
          std::uint64_t seed, bool shuffle, BatchSettings settings = {});

  // Images in an epoch.
  std::size_t size() const { return indices_.size(); }
  std::size_t batch_size() const { return batch_size_; }

  // Batches in an epoch: size() / batch_size() rounded up; the last batch may be smaller.
  std::size_t per_epoch() const { return (size() + batch_size_ - 1) / batch_size_; }

  // Which images of the data set make up batch `index` (below per_epoch()) of `epoch`; valid until
  // the next call.
  std::span<const std::uint32_t> batch(std::size_t epoch, std::size_t index);

  // Writes that batch: images [N, H, W, C], labels [N]. Returns N.
  std::size_t fill(std::size_t epoch, std::size_t index, float* images, std::uint16_t* labels);

  // What the network sees of an image of bytes [H, W, C] that nothing is changed about.
  void write_plain(const std::uint8_t* image, float* output) const;

  // Image `image` of the data set as fill() writes it in that epoch: [H, W, C].
  void write(std::size_t epoch, std::uint32_t image, float* output);

 private:
  struct Placement;

  void order_for(std::size_t epoch);
  Placement place(std::size_t epoch, std::uint32_t image) const;
  void write_placed(const std::uint8_t* image, const Placement& placement, float* output) const;
  void cover(const Placement& placement, float* output) const;

  const Dataset* dataset_;
  std::vector<std::uint32_t> indices_;
  std::size_t batch_size_;
  std::uint64_t seed_;
  bool shuffle_;
  Augmentation augmentation_;
  std::vector<float> table_;  // [C, 256]: what a byte becomes
  std::vector<std::uint32_t> order_;
  std::size_t order_epoch_;
  std::vector<std::uint8_t> scratch_;  // an image that is drawn on demand
};

}  // namespace anneal
