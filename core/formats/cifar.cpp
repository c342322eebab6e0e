#include "formats/cifar.h"

#include <array>

#include "base/error.h"

namespace anneal {

namespace {

constexpr std::size_t kPixels = kCifarSide * kCifarSide;
constexpr std::size_t kChannels = 3;
constexpr std::size_t kImageBytes = kPixels * kChannels;

constexpr std::array<std::string_view, 10> kNames10 = {
    "airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"};

constexpr std::array<std::string_view, 20> kCoarseNames = {"aquatic mammals",
                                                           "fish",
                                                           "flowers",
                                                           "food containers",
                                                           "fruit and vegetables",
                                                           "household electrical devices",
                                                           "household furniture",
                                                           "insects",
                                                           "large carnivores",
                                                           "large man-made outdoor things",
                                                           "large natural outdoor scenes",
                                                           "large omnivores and herbivores",
                                                           "medium-sized mammals",
                                                           "non-insect invertebrates",
                                                           "people",
                                                           "reptiles",
                                                           "small mammals",
                                                           "trees",
                                                           "vehicles 1",
                                                           "vehicles 2"};

constexpr std::array<std::string_view, 100> kFineNames = {
    "apple",       "aquarium fish", "baby",      "bear",       "beaver",       "bed",
    "bee",         "beetle",        "bicycle",   "bottle",     "bowl",         "boy",
    "bridge",      "bus",           "butterfly", "camel",      "can",          "castle",
    "caterpillar", "cattle",        "chair",     "chimpanzee", "clock",        "cloud",
    "cockroach",   "couch",         "crab",      "crocodile",  "cup",          "dinosaur",
    "dolphin",     "elephant",      "flatfish",  "forest",     "fox",          "girl",
    "hamster",     "house",         "kangaroo",  "keyboard",   "lamp",         "lawn mower",
    "leopard",     "lion",          "lizard",    "lobster",    "man",          "maple tree",
    "motorcycle",  "mountain",      "mouse",     "mushroom",   "oak tree",     "orange",
    "orchid",      "otter",         "palm tree", "pear",       "pickup truck", "pine tree",
    "plain",       "plate",         "poppy",     "porcupine",  "possum",       "rabbit",
    "raccoon",     "ray",           "road",      "rocket",     "rose",         "sea",
    "seal",        "shark",         "shrew",     "skunk",      "skyscraper",   "snail",
    "snake",       "spider",        "squirrel",  "streetcar",  "sunflower",    "sweet pepper",
    "table",       "tank",          "telephone", "television", "tiger",        "tractor",
    "train",       "trout",         "tulip",     "turtle",     "wardrobe",     "whale",
    "willow tree", "wolf",          "woman",     "worm"};

struct Format {
  std::string_view name;
  std::size_t label_bytes;
  std::size_t label_at;  // offset of the label in a record
  std::span<const std::string_view> classes;

  std::size_t record_bytes() const { return label_bytes + kImageBytes; }
};

std::string quoted(const NamedBytes& file) {
  std::string text(1, '"');
  return text.append(file.name).append("\" ");
}

void check_length(const NamedBytes& file, const Format& format) {
  const std::string name = quoted(file);
  const std::size_t record = format.record_bytes();
  const std::size_t size = file.bytes.size();
  if (size >= 2 && file.bytes[0] == 0x1f && file.bytes[1] == 0x8b) {
    fail_file(name + "is still compressed with gzip");
  }
  if (size == 0)
    fail_file(name + "is empty: expected records of " + std::to_string(record) + " bytes");
  if (size % record == 0) return;
  fail_file(name + "is cut off or no " + std::string(format.name) +
            " file: expected whole records of " + std::to_string(record) + " bytes, got " +
            std::to_string(size / record) + " and " + std::to_string(size % record) +
            " bytes more");
}

// `pixels` points to where the first image of the file is written.
void read_records(const NamedBytes& file, const Format& format, Dataset& dataset,
                  std::uint8_t* pixels) {
  const std::size_t record_bytes = format.record_bytes();
  for (std::size_t start = 0; start < file.bytes.size(); start += record_bytes) {
    const auto record = file.bytes.subspan(start, record_bytes);
    const std::uint8_t label = record[format.label_at];
    if (label >= format.classes.size()) {
      fail_file(quoted(file) + "is damaged or no " + std::string(format.name) + " file: image " +
                std::to_string(start / record_bytes) + " has the label " + std::to_string(label) +
                ", expected 0 to " + std::to_string(format.classes.size() - 1));
    }
    dataset.labels.push_back(label);
    const std::uint8_t* planes = record.data() + format.label_bytes;
    for (std::size_t i = 0; i < kPixels; ++i) {
      for (std::size_t c = 0; c < kChannels; ++c) *pixels++ = planes[c * kPixels + i];
    }
  }
}

Dataset read(std::span<const NamedBytes> files, const Format& format) {
  Dataset dataset;
  dataset.image_shape = {kCifarSide, kCifarSide, kChannels};
  std::size_t count = 0;
  for (const NamedBytes& file : files) {
    check_length(file, format);
    count += file.bytes.size() / format.record_bytes();
  }
  if (count == 0) fail_file("no " + std::string(format.name) + " file was given");
  check_dataset_memory(count, dataset.image_shape);
  dataset.pixels.resize(count * kImageBytes);
  dataset.labels.reserve(count);
  for (const NamedBytes& file : files) {
    const std::size_t before = dataset.labels.size();
    read_records(file, format, dataset, dataset.pixels.data() + before * kImageBytes);
  }
  dataset.classes = format.classes.size();
  dataset.class_names.assign(format.classes.begin(), format.classes.end());
  return dataset;
}

}  // namespace

Dataset read_cifar10(std::span<const NamedBytes> files) {
  return read(files, {"CIFAR-10", 1, 0, kNames10});
}

Dataset read_cifar100(std::span<const NamedBytes> files, CifarLabels labels) {
  if (labels == CifarLabels::coarse) return read(files, {"CIFAR-100", 2, 0, kCoarseNames});
  return read(files, {"CIFAR-100", 2, 1, kFineNames});
}

}  // namespace anneal
