#include "data/batches.h"

#include <algorithm>
#include <limits>
#include <string>

#include "base/error.h"
#include "base/random.h"

namespace anneal {

namespace {

constexpr std::size_t kBytes = 256;
constexpr std::size_t kNoEpoch = std::numeric_limits<std::size_t>::max();

// A table replaces a division per pixel. Its cost does not depend on the normalisation, and byte /
// 255 is the correctly rounded quotient, as in other frameworks.
std::vector<float> value_table(std::size_t channels, const Normalisation& normalisation) {
  std::vector<float> table(channels * kBytes);
  for (std::size_t c = 0; c < channels; ++c) {
    for (std::size_t byte = 0; byte < kBytes; ++byte) {
      float& value = table[c * kBytes + byte];
      if (normalisation.mean.empty()) {
        value = static_cast<float>(byte) / 255.0f;
      } else {
        const double plain = static_cast<double>(byte) / 255.0;
        value = static_cast<float>((plain - normalisation.mean[c]) / normalisation.deviation[c]);
      }
    }
  }
  return table;
}

void check_settings(const Dataset& dataset, std::size_t batch_size, const BatchSettings& settings) {
  if (batch_size == 0) {
    fail_experiment("training.batch_size", "expected a positive integer, got 0");
  }
  const std::size_t side = std::min(dataset.image_shape[0], dataset.image_shape[1]);
  const auto check_side = [&](const char* path, std::size_t value) {
    if (value < side || value == 0) return;
    fail_experiment(path, "expected less than the image's side of " + std::to_string(side) +
                              " pixels, got " + std::to_string(value));
  };
  check_side("data.augment.shift", settings.augmentation.shift);
  check_side("data.augment.cutout", settings.augmentation.cutout);
  const std::size_t channels = dataset.image_shape[2];
  const Normalisation& normalisation = settings.normalisation;
  if (normalisation.mean.size() != normalisation.deviation.size() ||
      (!normalisation.mean.empty() && normalisation.mean.size() != channels)) {
    fail_data("images of " + std::to_string(channels) + " channels cannot be normalised by " +
              std::to_string(normalisation.mean.size()) + " means and " +
              std::to_string(normalisation.deviation.size()) + " deviations");
  }
}

}  // namespace

struct Batches::Placement {
  std::ptrdiff_t down = 0;
  std::ptrdiff_t across = 0;
  bool flip = false;
  std::ptrdiff_t cut_row = 0;  // centre of the cutout
  std::ptrdiff_t cut_column = 0;
};

Batches::Batches(const Dataset& dataset, std::vector<std::uint32_t> indices, std::size_t batch_size,
                 std::uint64_t seed, bool shuffle, const BatchSettings& settings)
    : dataset_(&dataset),
      indices_(std::move(indices)),
      batch_size_(batch_size),
      seed_(seed),
      shuffle_(shuffle),
      augmentation_(settings.augmentation),
      order_(indices_),
      order_epoch_(kNoEpoch),
      scratch_(dataset.draw ? dataset.image_bytes() : 0) {
  check_settings(dataset, batch_size, settings);
  table_ = value_table(dataset.image_shape[2], settings.normalisation);
}

void Batches::order_for(std::size_t epoch) {
  if (!shuffle_ || order_epoch_ == epoch) return;
  std::copy(indices_.begin(), indices_.end(), order_.begin());
  Random(seed_, stream_id("shuffle", epoch)).shuffle(std::span(order_));
  order_epoch_ = epoch;
}

std::span<const std::uint32_t> Batches::batch(std::size_t epoch, std::size_t index) {
  order_for(epoch);
  const std::size_t first = index * batch_size_;
  return std::span(order_).subspan(first, std::min(batch_size_, size() - first));
}

std::size_t Batches::fill(std::size_t epoch, std::size_t index, float* images,
                          std::uint16_t* labels) {
  const std::span<const std::uint32_t> members = batch(epoch, index);
  const std::size_t image_size = dataset_->image_bytes();
  for (std::size_t i = 0; i < members.size(); ++i) {
    write(epoch, members[i], images + i * image_size);
    labels[i] = dataset_->labels[members[i]];
  }
  return members.size();
}

void Batches::write(std::size_t epoch, std::uint32_t image, float* output) {
  const std::uint8_t* bytes = dataset_->image(image, scratch_.data());
  if (augmentation_.shift == 0 && !augmentation_.flip && augmentation_.cutout == 0) {
    return write_unaugmented(bytes, output);
  }
  const Placement placement = place(epoch, image);
  write_placed(bytes, placement, output);
  if (augmentation_.cutout > 0) apply_cutout(placement, output);
}

Batches::Placement Batches::place(std::size_t epoch, std::uint32_t image) const {
  const std::uint64_t index = (static_cast<std::uint64_t>(epoch) << 32) | image;
  Random random(seed_, stream_id("augment", index));
  const auto below = [&](std::size_t count) {
    return static_cast<std::ptrdiff_t>(random.below(count));
  };
  const auto shift = static_cast<std::ptrdiff_t>(augmentation_.shift);
  Placement result;
  // All random numbers are drawn even if unused, so that enabling one augmentation does not change
  // the others.
  result.down = below(2 * augmentation_.shift + 1) - shift;
  result.across = below(2 * augmentation_.shift + 1) - shift;
  result.flip = random.below(2) == 1 && augmentation_.flip;
  result.cut_row = below(dataset_->image_shape[0]);
  result.cut_column = below(dataset_->image_shape[1]);
  return result;
}

void Batches::write_unaugmented(const std::uint8_t* image, float* output) const {
  const std::size_t channels = dataset_->image_shape[2];
  const std::size_t count = dataset_->image_bytes();
  for (std::size_t i = 0; i < count; i += channels) {
    for (std::size_t c = 0; c < channels; ++c) {
      output[i + c] = table_[c * kBytes + image[i + c]];
    }
  }
}

void Batches::write_placed(const std::uint8_t* image, const Placement& placement,
                           float* output) const {
  const auto height = static_cast<std::ptrdiff_t>(dataset_->image_shape[0]);
  const auto width = static_cast<std::ptrdiff_t>(dataset_->image_shape[1]);
  const std::size_t channels = dataset_->image_shape[2];
  for (std::ptrdiff_t row = 0; row < height; ++row) {
    const std::ptrdiff_t from_row = row - placement.down;
    for (std::ptrdiff_t column = 0; column < width; ++column, output += channels) {
      const std::ptrdiff_t moved = column - placement.across;
      const bool inside = from_row >= 0 && from_row < height && moved >= 0 && moved < width;
      const std::ptrdiff_t from_column = placement.flip ? width - 1 - moved : moved;
      for (std::size_t c = 0; c < channels; ++c) {
        const std::size_t byte =
            inside ? image[static_cast<std::size_t>(from_row * width + from_column) * channels + c]
                   : 0;
        output[c] = table_[c * kBytes + byte];
      }
    }
  }
}

void Batches::apply_cutout(const Placement& placement, float* output) const {
  const auto height = static_cast<std::ptrdiff_t>(dataset_->image_shape[0]);
  const auto width = static_cast<std::ptrdiff_t>(dataset_->image_shape[1]);
  const auto channels = static_cast<std::ptrdiff_t>(dataset_->image_shape[2]);
  const auto side = static_cast<std::ptrdiff_t>(augmentation_.cutout);
  const std::ptrdiff_t top = placement.cut_row - side / 2;
  const std::ptrdiff_t left = placement.cut_column - side / 2;
  const std::ptrdiff_t first_column = std::max<std::ptrdiff_t>(left, 0);
  const std::ptrdiff_t end_column = std::min(left + side, width);
  for (std::ptrdiff_t row = std::max<std::ptrdiff_t>(top, 0); row < std::min(top + side, height);
       ++row) {
    std::fill(output + (row * width + first_column) * channels,
              output + (row * width + end_column) * channels, 0.0f);
  }
}

}  // namespace anneal
