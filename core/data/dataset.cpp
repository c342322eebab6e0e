#include "data/dataset.h"

#include <algorithm>

#include "base/error.h"

namespace anneal {

const std::uint8_t* Dataset::image(std::size_t index, std::uint8_t* scratch) const {
  if (!draw) return pixels.data() + index * image_bytes();
  draw(index, scratch);
  return scratch;
}

namespace {

std::string megabytes(std::uint64_t bytes) {
  const std::uint64_t tenths = (bytes + 50'000) / 100'000;
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " MB";
}

}  // namespace

void check_dataset_memory(std::uint64_t count, const Shape& image_shape) {
  const std::uint64_t each = element_count(image_shape);
  if (each == 0 || count <= kDatasetByteLimit / each) return;
  throw Error(ErrorKind::memory,
              std::to_string(count) + " images of " + to_string(image_shape) + " take " +
                  megabytes(count * each) + ", and " + megabytes(kDatasetByteLimit) +
                  " is the most that images may take: at most " +
                  std::to_string(kDatasetByteLimit / each) + " of this size fit");
}

void check_dataset(const Dataset& dataset) {
  if (dataset.image_shape.size() != 3 || dataset.image_bytes() == 0) {
    fail_data("the shape of an image must be [height, width, channels], all at least 1, got " +
              to_string(dataset.image_shape));
  }
  const std::size_t expected = dataset.draw ? 0 : dataset.size() * dataset.image_bytes();
  if (dataset.pixels.size() != expected) {
    fail_data(std::to_string(dataset.size()) + " labels and images of " +
              to_string(dataset.image_shape) + " need " + std::to_string(expected) +
              " bytes of pixels, got " + std::to_string(dataset.pixels.size()));
  }
  if (dataset.class_names.size() != dataset.classes) {
    fail_data(std::to_string(dataset.classes) + " classes need as many names, got " +
              std::to_string(dataset.class_names.size()));
  }
  for (std::size_t i = 0; i < dataset.size(); ++i) {
    if (dataset.labels[i] < dataset.classes) continue;
    fail_data("image " + std::to_string(i) + " has the label " + std::to_string(dataset.labels[i]) +
              ", but there are only " + std::to_string(dataset.classes) + " classes");
  }
}

std::vector<std::size_t> class_counts(const Dataset& dataset,
                                      std::span<const std::uint32_t> indices) {
  std::vector<std::size_t> counts(dataset.classes, 0);
  for (const std::uint32_t index : indices) ++counts[dataset.labels[index]];
  return counts;
}

std::vector<std::string> numbered_class_names(std::size_t classes) {
  std::vector<std::string> names(classes);
  for (std::size_t i = 0; i < classes; ++i) names[i] = std::to_string(i);
  return names;
}

void to_rgba(const std::uint8_t* image, const Shape& image_shape, std::uint8_t* rgba) {
  const std::size_t channels = image_shape[2];
  if (channels != 1 && channels != 3) {
    fail_data("a preview needs 1 or 3 channels, got " + std::to_string(channels));
  }
  const std::size_t count = image_shape[0] * image_shape[1];
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t c = 0; c < 3; ++c) {
      rgba[i * 4 + c] = image[i * channels + std::min(c, channels - 1)];
    }
    rgba[i * 4 + 3] = 255;
  }
}

void preview_rgba(const Dataset& dataset, std::size_t index, std::uint8_t* rgba) {
  if (index >= dataset.size()) {
    fail_data("there is no image " + std::to_string(index) + ": the data set holds " +
              std::to_string(dataset.size()));
  }
  std::vector<std::uint8_t> scratch(dataset.draw ? dataset.image_bytes() : 0);
  to_rgba(dataset.image(index, scratch.data()), dataset.image_shape, rgba);
}

}  // namespace anneal
