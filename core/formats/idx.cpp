#include "formats/idx.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/error.h"

namespace anneal {

namespace {

using Bytes = std::span<const std::uint8_t>;

constexpr std::uint32_t kImagesMagic = 2051;  // unsigned bytes, three axes
constexpr std::uint32_t kLabelsMagic = 2049;  // unsigned bytes, one axis

std::uint32_t big_endian(Bytes bytes, std::size_t offset) {
  return std::uint32_t{bytes[offset]} << 24 | std::uint32_t{bytes[offset + 1]} << 16 |
         std::uint32_t{bytes[offset + 2]} << 8 | std::uint32_t{bytes[offset + 3]};
}

bool has_magic(Bytes file, std::uint32_t magic) {
  return file.size() >= 4 && big_endian(file, 0) == magic;
}

// Reads the magic number and the axes, checks the length, and moves `file` to the first value.
std::vector<std::uint32_t> read_header(Bytes& file, const std::string& name, std::uint32_t magic) {
  if (file.size() >= 2 && file[0] == 0x1f && file[1] == 0x8b) {
    fail_file("the " + name + " file is still compressed with gzip");
  }
  const std::size_t rank = magic & 0xff;
  const std::size_t header = 4 + 4 * rank;
  if (file.size() >= 4 && big_endian(file, 0) != magic) {
    fail_file("the " + name + " file is not an IDX file of " + name +
              ": expected the magic number " + std::to_string(magic) + ", got " +
              std::to_string(big_endian(file, 0)));
  }
  if (file.size() < header) {
    fail_file("the " + name + " file is cut off: its header takes " + std::to_string(header) +
              " bytes, got " + std::to_string(file.size()));
  }
  std::vector<std::uint32_t> axes(rank);
  for (std::size_t i = 0; i < rank; ++i) axes[i] = big_endian(file, 4 + 4 * i);
  file = file.subspan(header);
  return axes;
}

void check_length(Bytes data, const std::string& name, std::uint64_t expected) {
  if (data.size() == expected) return;
  fail_file("the " + name + " file is " + (data.size() < expected ? "cut off" : "too long") +
            ": its header announces " + std::to_string(expected) + " bytes of " + name + ", got " +
            std::to_string(data.size()));
}

// A side larger than this means that the header is damaged.
constexpr std::uint32_t kLargestSide = 4096;

void check_axes(const std::vector<std::uint32_t>& axes) {
  const auto wrong = [](std::uint32_t side) { return side == 0 || side > kLargestSide; };
  if (!wrong(axes[1]) && !wrong(axes[2])) return;
  fail_file("the images file announces images of " + std::to_string(axes[1]) + " x " +
            std::to_string(axes[2]) + " pixels: expected sides of 1 to " +
            std::to_string(kLargestSide));
}

}  // namespace

Dataset read_idx(std::span<const std::uint8_t> images, std::span<const std::uint8_t> labels) {
  if (has_magic(images, kLabelsMagic) && has_magic(labels, kImagesMagic)) {
    fail_file(
        "the images and labels files are swapped: the one given as images holds labels "
        "(magic number 2049) and the one given as labels holds images (2051)");
  }
  const std::vector<std::uint32_t> axes = read_header(images, "images", kImagesMagic);
  const std::uint32_t label_count = read_header(labels, "labels", kLabelsMagic)[0];
  check_axes(axes);
  const Shape shape{axes[1], axes[2], 1};
  check_length(images, "images", std::uint64_t{axes[0]} * axes[1] * axes[2]);
  check_length(labels, "labels", label_count);
  if (axes[0] != label_count) {
    fail_file("the images and labels files do not belong together: " + std::to_string(axes[0]) +
              " images, but " + std::to_string(label_count) + " labels");
  }
  if (label_count == 0) fail_file("the images and labels files hold 0 images");
  check_dataset_memory(axes[0], shape);

  Dataset dataset;
  dataset.image_shape = shape;
  dataset.pixels.assign(images.begin(), images.end());
  dataset.labels.assign(labels.begin(), labels.end());
  dataset.classes = std::size_t{1} + *std::max_element(labels.begin(), labels.end());
  dataset.class_names = numbered_class_names(dataset.classes);
  return dataset;
}

}  // namespace anneal
