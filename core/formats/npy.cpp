#include "formats/npy.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

#include "base/error.h"

namespace anneal {

namespace {

constexpr std::uint64_t kLargestSide = 4096;
constexpr std::uint64_t kMostChannels = 4;
constexpr std::size_t kMaxAxes = 4;  // [N, H, W, C]
constexpr std::int64_t kLargestLabel = 65535;

std::string shape_text(const NpyArray& array) {
  std::string text = "[";
  for (const std::uint64_t side : array.shape) {
    text += (text.size() > 1 ? ", " : "") + std::to_string(side);
  }
  return text + "]";
}

// "x_train is <f4 [3, 28]"
std::string what_it_is(const NpyArray& array) {
  return array.name + " is " + array.type + " " + shape_text(array);
}

// Access to the values of an array by index in the file, whatever their type.
class Numbers {
 public:
  explicit Numbers(const NpyArray& array)
      : data_(array.data.data()),
        kind_(array.kind()),
        bytes_(array.item_bytes()),
        big_endian_(array.type[0] == '>') {}

  double at(std::size_t index) const {
    const std::uint64_t bits = bits_at(index);
    if (kind_ == 'f') {
      return bytes_ == 4 ? std::bit_cast<float>(static_cast<std::uint32_t>(bits))
                         : std::bit_cast<double>(bits);
    }
    if (kind_ == 'u') return static_cast<double>(bits);
    const unsigned unused = static_cast<unsigned>(64 - 8 * bytes_);
    return static_cast<double>(static_cast<std::int64_t>(bits << unused) >> unused);
  }

 private:
  std::uint64_t bits_at(std::size_t index) const {
    const std::uint8_t* item = data_ + index * bytes_;
    switch (bytes_) {
      case 1:
        return *item;
      case 2:
        return bits_of<2>(item);
      case 4:
        return bits_of<4>(item);
      default:
        return bits_of<8>(item);
    }
  }

  // A constant length lets the compiler turn the loop into one load.
  template <std::size_t Bytes>
  std::uint64_t bits_of(const std::uint8_t* item) const {
    std::uint64_t little = 0, big = 0;
    for (std::size_t i = 0; i < Bytes; ++i) {
      little |= std::uint64_t{item[i]} << (8 * i);
      big |= std::uint64_t{item[Bytes - 1 - i]} << (8 * i);
    }
    return big_endian_ ? big : little;
  }

  const std::uint8_t* data_;
  char kind_;
  std::size_t bytes_;
  bool big_endian_;
};

std::string number_text(double value) {
  if (value == std::floor(value) && std::abs(value) < 1e15) {
    return std::to_string(static_cast<std::int64_t>(value));
  }
  return std::to_string(value);
}

// The factor for floats: 255 where all lie in [0, 1], 1 where all lie in [0, 255].
double check_range(const NpyArray& images, const Numbers& numbers, std::size_t count) {
  const bool floats = images.kind() == 'f';
  double largest = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const double value = numbers.at(i);
    if (!(value >= 0 && value <= 255)) {
      fail_file(what_it_is(images) + " and holds the number " + number_text(value) +
                (floats ? ": expected numbers that all lie in [0, 1] or in [0, 255]"
                        : ": expected numbers from 0 to 255"));
    }
    largest = std::max(largest, value);
  }
  return floats && largest <= 1 ? 255 : 1;
}

// Writes the values as bytes in row-major order.
void write_bytes(const NpyArray& images, std::uint8_t* bytes) {
  const std::size_t count = images.data.size() / images.item_bytes();
  const bool plain = images.item_bytes() == 1 && images.kind() == 'u';
  if (plain && !images.fortran) {
    std::copy(images.data.begin(), images.data.end(), bytes);
    return;
  }
  const Numbers numbers(images);
  const double scale = check_range(images, numbers, count);
  const std::size_t axes = images.shape.size();
  std::array<std::size_t, kMaxAxes> strides{1, 1, 1, 1};
  for (std::size_t k = 1; k < axes; ++k) {
    const std::size_t axis = images.fortran ? k : axes - 1 - k;
    const std::size_t before = images.fortran ? axis - 1 : axis + 1;
    strides[axis] = strides[before] * static_cast<std::size_t>(images.shape[before]);
  }
  std::array<std::size_t, kMaxAxes> place{};
  std::size_t from = 0;
  for (std::size_t i = 0; i < count; ++i) {
    bytes[i] = static_cast<std::uint8_t>(std::floor(numbers.at(from) * scale + 0.5));
    for (std::size_t axis = axes; axis-- > 0;) {
      from += strides[axis];
      if (++place[axis] < images.shape[axis]) break;
      from -= strides[axis] * place[axis];
      place[axis] = 0;
    }
  }
}

Shape check_images(const NpyArray& images) {
  const std::vector<std::uint64_t>& shape = images.shape;
  const bool axes = shape.size() == 3 || shape.size() == 4;
  const auto wrong = [](std::uint64_t side, std::uint64_t most) { return side < 1 || side > most; };
  if (!axes || wrong(shape[1], kLargestSide) || wrong(shape[2], kLargestSide) ||
      (shape.size() == 4 && wrong(shape[3], kMostChannels))) {
    fail_file(what_it_is(images) +
              ": expected images, [N, H, W] or [N, H, W, C], with sides of 1 to " +
              std::to_string(kLargestSide) + " and 1 to " + std::to_string(kMostChannels) +
              " channels, which come last");
  }
  if (shape[0] == 0) fail_file(what_it_is(images) + ": expected one image at least");
  return {static_cast<std::size_t>(shape[1]), static_cast<std::size_t>(shape[2]),
          shape.size() == 4 ? static_cast<std::size_t>(shape[3]) : 1};
}

void check_labels(const NpyArray& labels) {
  const std::vector<std::uint64_t>& shape = labels.shape;
  const bool list = shape.size() == 1 || (shape.size() == 2 && shape[1] == 1);
  if (list && labels.kind() != 'f') return;
  fail_file(what_it_is(labels) + ": expected labels, integers of the shape [N] or [N, 1]");
}

std::vector<std::uint16_t> label_values(const NpyArray& array) {
  const Numbers numbers(array);
  std::vector<std::uint16_t> labels(static_cast<std::size_t>(array.shape[0]));
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const double label = numbers.at(i);
    if (label < 0 || label > kLargestLabel) {
      fail_file(array.name + " gives image " + std::to_string(i) + " the label " +
                number_text(label) + ": expected 0 to " + std::to_string(kLargestLabel));
    }
    labels[i] = static_cast<std::uint16_t>(label);
  }
  return labels;
}

}  // namespace

Dataset read_npy(const NpyArray& images, const NpyArray& labels) {
  const Shape shape = check_images(images);
  check_labels(labels);
  if (images.shape[0] != labels.shape[0]) {
    fail_file(images.name + " and " + labels.name +
              " do not belong together: " + std::to_string(images.shape[0]) + " images, but " +
              std::to_string(labels.shape[0]) + " labels");
  }
  check_dataset_memory(images.shape[0], shape);
  Dataset dataset;
  dataset.image_shape = shape;
  dataset.labels = label_values(labels);
  dataset.pixels.resize(dataset.size() * dataset.image_bytes());
  write_bytes(images, dataset.pixels.data());
  dataset.classes =
      std::size_t{1} + *std::max_element(dataset.labels.begin(), dataset.labels.end());
  dataset.class_names = numbered_class_names(dataset.classes);
  return dataset;
}

}  // namespace anneal
