// A preview of the data of an experiment without training: the images of each part, and what
// augmentation makes of an image. Split, label noise and random numbers are those of a run of the
// experiment.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "data/normalisation.h"
#include "training/run_data.h"

namespace anneal {

class DataPreview {
 public:
  enum class Part { train, validation };

  // Images of a part, in the order of the split.
  struct Range {
    std::size_t total = 0;              // images of the part (and class, if one was given)
    std::vector<std::uint32_t> images;  // indices in the data set
    std::vector<std::uint16_t> labels;  // with label noise, as in a run
    std::vector<std::uint16_t> truths;  // without label noise
    std::vector<std::uint8_t> pixels;   // [N, H, W, 4]
  };

  // Generated images are drawn on demand. Throws as make_run_data does.
  DataPreview(const Experiment& experiment, const Files& files);

  // Splits the same images as another experiment says. Throws as split_data does; then nothing has
  // changed.
  void resplit(const Experiment& experiment);

  const Dataset& images() const { return *images_; }
  const RunData& data() const { return data_; }

  // The images from `first` to `first + count` of a part, or of one class of it; fewer at the end.
  Range range(Part part, std::optional<std::uint16_t> label, std::size_t first,
              std::size_t count) const;

  // Adds up to `count` further training images to the mean and standard deviation. Returns whether
  // all have been added.
  bool measure(std::size_t count);
  bool measured() const { return seen_ == data_.split.train.size(); }
  Normalisation normalisation() const { return sums_.normalisation(); }

  // What the network sees of an image in `epochs` epochs from `first` on, with the augmentation of
  // `experiment`: [epochs, H, W, 4], converted back to bytes. Throws Error (state) where the
  // experiment standardises and measure() has not finished.
  std::vector<std::uint8_t> as_trained(const Experiment& experiment, std::uint32_t image,
                                       std::size_t first, std::size_t epochs) const;

 private:
  std::uint16_t truth(std::uint32_t image) const;

  std::shared_ptr<Dataset> images_;
  RunData data_;
  ChannelSums sums_;
  std::size_t seen_ = 0;
};

}  // namespace anneal
