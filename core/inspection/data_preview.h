// The images of an experiment to look at without training: which there are, what each part holds,
// and what training makes of an image on the way into the network. Everything is as a run of the
// experiment would have it: the same split, the same wrong labels, the same random source.
// Left out: drawing them on a screen, and evaluating a network on them.
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

  // Images of a part, in the order in which the split lists them.
  struct Range {
    std::size_t total = 0;              // that there are, of the class that was asked for
    std::vector<std::uint32_t> images;  // numbers in the data set
    std::vector<std::uint16_t> labels;  // as a run has them
    std::vector<std::uint16_t> truths;  // another than the label where that was replaced on purpose
    std::vector<std::uint8_t> pixels;   // [N, H, W, 4]
  };

  // What the core draws is drawn only when it is looked at. Throws as make_run_data does.
  DataPreview(const Experiment& experiment, const Files& files);

  // The same images, shared out as another experiment says. Throws as divide does; then nothing has
  // changed.
  void divide(const Experiment& experiment);

  const Dataset& images() const { return *images_; }
  const RunData& data() const { return data_; }

  // Images `first` to `first + count` of a part, or of one class of it; fewer at its end.
  Range range(Part part, std::optional<std::uint16_t> label, std::size_t first,
              std::size_t count) const;

  // Looks at up to `count` further training images for their mean and deviation. Returns whether it
  // has seen them all.
  bool measure(std::size_t count);
  bool measured() const { return seen_ == data_.split.train.size(); }
  Normalisation normalisation() const { return sums_.normalisation(); }

  // What training on `experiment` (on these images) shows the network of an image in `epochs`
  // epochs from `first` on: [epochs, H, W, 4], the network's input brought back to bytes. Where
  // the experiment standardises, the images have to be measured first, else Error (state).
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
