#include "formats/cifar.h"

#include <gtest/gtest.h>

#include <string>

#include "errors.h"

namespace anneal {
namespace {

using Bytes = std::vector<std::uint8_t>;

constexpr std::size_t kPlane = 32 * 32;

// A record with red = `start`, green = start + 1, blue = start + 2, except for the pixel in row 2,
// column 3: 7, 8 and 9.
void append_record(Bytes& file, const Bytes& labels, std::uint8_t start) {
  file.insert(file.end(), labels.begin(), labels.end());
  for (std::uint8_t c = 0; c < 3; ++c) {
    file.insert(file.end(), kPlane, static_cast<std::uint8_t>(start + c));
    file[file.size() - kPlane + 2 * 32 + 3] = static_cast<std::uint8_t>(7 + c);
  }
}

std::string refusal10(const Bytes& file) {
  const NamedBytes named{"a.bin", file};
  return testing::refusal_of(ErrorKind::file, [&] { read_cifar10({&named, 1}); });
}

TEST(Cifar, PlanesBecomePixelsAndFilesAreConcatenated) {
  Bytes first, second;
  append_record(first, {3}, 10);
  append_record(first, {9}, 20);
  append_record(second, {0}, 30);
  const NamedBytes files[] = {{"first", first}, {"second", second}};
  const Dataset dataset = read_cifar10(files);
  EXPECT_EQ(dataset.image_shape, (Shape{32, 32, 3}));
  EXPECT_EQ(dataset.labels, (std::vector<std::uint16_t>{3, 9, 0}));
  EXPECT_EQ(dataset.classes, 10u);
  EXPECT_EQ(dataset.class_names[3], "cat");
  EXPECT_NO_THROW(check_dataset(dataset));
  const std::uint8_t* last = dataset.image(2, nullptr);
  EXPECT_EQ(Bytes(last, last + 3), (Bytes{30, 31, 32}));
  const std::uint8_t* marked = last + (2 * 32 + 3) * 3;
  EXPECT_EQ(Bytes(marked, marked + 3), (Bytes{7, 8, 9}));
}

TEST(Cifar, Cifar100HasTwoLabels) {
  Bytes file;
  append_record(file, {1, 32}, 5);   // fish: flatfish
  append_record(file, {14, 98}, 6);  // people: woman
  const NamedBytes named{"train.bin", file};
  const Dataset fine = read_cifar100({&named, 1}, CifarLabels::fine);
  EXPECT_EQ(fine.labels, (std::vector<std::uint16_t>{32, 98}));
  EXPECT_EQ(fine.class_names.size(), 100u);
  EXPECT_EQ(fine.class_names[32], "flatfish");
  EXPECT_EQ(fine.class_names[98], "woman");
  const Dataset coarse = read_cifar100({&named, 1}, CifarLabels::coarse);
  EXPECT_EQ(coarse.labels, (std::vector<std::uint16_t>{1, 14}));
  EXPECT_EQ(coarse.class_names.size(), 20u);
  EXPECT_EQ(coarse.class_names[14], "people");
  EXPECT_EQ(coarse.pixels, fine.pixels);
}

TEST(Cifar, RefusesAFileThatIsNotAWholeNumberOfRecords) {
  Bytes file;
  append_record(file, {3}, 10);
  append_record(file, {4}, 10);
  Bytes shorter(file.begin(), file.end() - 1);
  EXPECT_EQ(refusal10(shorter),
            "\"a.bin\" is cut off or no CIFAR-10 file: expected whole records of 3073 bytes, got 1 "
            "and 3072 bytes more");
  EXPECT_EQ(refusal10({}), "\"a.bin\" is empty: expected records of 3073 bytes");
  EXPECT_EQ(refusal10({0x1f, 0x8b, 8}), "\"a.bin\" is still compressed with gzip");
  const NamedBytes named{"b.bin", file};
  EXPECT_EQ(
      testing::refusal_of(ErrorKind::file, [&] { read_cifar100({&named, 1}, CifarLabels::fine); }),
      "\"b.bin\" is cut off or no CIFAR-100 file: expected whole records of 3074 bytes, got 1 "
      "and 3072 bytes more");
}

TEST(Cifar, RefusesALabelOutOfRange) {
  Bytes file;
  append_record(file, {9}, 10);
  append_record(file, {10}, 10);
  EXPECT_EQ(refusal10(file),
            "\"a.bin\" is damaged or no CIFAR-10 file: image 1 has the label 10, expected 0 to 9");
}

TEST(Cifar, TooManyImagesAreRefusedBeforeAllocation) {
  Bytes file;
  append_record(file, {9}, 10);
  file.resize(file.size() * 1000, 0);
  const std::vector<NamedBytes> files(400, {"a.bin", file});
  EXPECT_EQ(testing::refusal_of(ErrorKind::memory, [&] { read_cifar10(files); }),
            "400000 images of [32, 32, 3] take 1228.8 MB, and 1073.7 MB is the most that "
            "images may take: at most 349525 of this size fit");
}

}  // namespace
}  // namespace anneal
