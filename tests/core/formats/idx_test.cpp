#include "formats/idx.h"

#include <gtest/gtest.h>

#include <string>

#include "errors.h"

namespace anneal {
namespace {

using Bytes = std::vector<std::uint8_t>;

void append(Bytes& bytes, std::uint32_t number) {
  for (int shift = 24; shift >= 0; shift -= 8) {
    bytes.push_back(static_cast<std::uint8_t>(number >> shift));
  }
}

Bytes images_file(std::uint32_t count, std::uint32_t height, std::uint32_t width) {
  Bytes bytes;
  for (const std::uint32_t number : {2051u, count, height, width}) append(bytes, number);
  for (std::uint32_t i = 0; i < count * height * width; ++i) {
    bytes.push_back(static_cast<std::uint8_t>(i));
  }
  return bytes;
}

Bytes labels_file(const Bytes& labels) {
  Bytes bytes;
  append(bytes, 2049);
  append(bytes, static_cast<std::uint32_t>(labels.size()));
  bytes.insert(bytes.end(), labels.begin(), labels.end());
  return bytes;
}

std::string refusal(const Bytes& images, const Bytes& labels, ErrorKind kind = ErrorKind::file) {
  return testing::refusal_of(kind, [&] { read_idx(images, labels); });
}

TEST(Idx, ReadsImagesAndLabels) {
  const Dataset dataset = read_idx(images_file(3, 2, 4), labels_file({5, 0, 2}));
  EXPECT_EQ(dataset.image_shape, (Shape{2, 4, 1}));
  EXPECT_EQ(dataset.size(), 3u);
  EXPECT_EQ(dataset.classes, 6u);
  EXPECT_EQ(dataset.class_names.back(), "5");
  EXPECT_EQ(dataset.labels, (std::vector<std::uint16_t>{5, 0, 2}));
  EXPECT_EQ(dataset.pixels.size(), 24u);
  EXPECT_EQ(dataset.pixels[9], 9);
  EXPECT_NO_THROW(check_dataset(dataset));
}

TEST(Idx, RecognisesSwappedFiles) {
  EXPECT_EQ(refusal(labels_file({1, 2}), images_file(2, 2, 2)),
            "the images and labels files are swapped: the one given as images holds labels (magic "
            "number 2049) and the one given as labels holds images (2051)");
}

TEST(Idx, RefusesAFileTruncatedAnywhere) {
  const Bytes images = images_file(3, 2, 4), labels = labels_file({5, 0, 2});
  for (std::size_t length = 0; length < images.size(); ++length) {
    const Bytes part(images.begin(), images.begin() + static_cast<std::ptrdiff_t>(length));
    EXPECT_NE(refusal(part, labels).find("cut off"), std::string::npos) << length;
  }
  for (std::size_t length = 0; length < labels.size(); ++length) {
    const Bytes part(labels.begin(), labels.begin() + static_cast<std::ptrdiff_t>(length));
    EXPECT_NE(refusal(images, part).find("cut off"), std::string::npos) << length;
  }
  EXPECT_EQ(refusal(Bytes(images.begin(), images.end() - 1), labels),
            "the images file is cut off: its header announces 24 bytes of images, got 23");
}

TEST(Idx, RefusesAFileThatIsTooLong) {
  Bytes labels = labels_file({5, 0, 2});
  labels.push_back(0);
  EXPECT_EQ(refusal(images_file(3, 2, 4), labels),
            "the labels file is too long: its header announces 3 bytes of labels, got 4");
}

TEST(Idx, RefusesFilesOfDifferentLengths) {
  EXPECT_EQ(refusal(images_file(3, 2, 4), labels_file({1, 2})),
            "the images and labels files do not belong together: 3 images, but 2 labels");
}

TEST(Idx, RefusesAnotherFormatByItsMagicNumber) {
  Bytes images = images_file(1, 2, 2);
  images[3] = 4;
  EXPECT_EQ(refusal(images, labels_file({1})),
            "the images file is not an IDX file of images: expected the magic number 2051, got "
            "2052");
  // Both files hold images: only the second is wrong.
  EXPECT_EQ(refusal(images_file(1, 2, 2), images_file(1, 2, 2)),
            "the labels file is not an IDX file of labels: expected the magic number 2049, got "
            "2051");
  EXPECT_EQ(refusal({0x1f, 0x8b, 8, 0, 0}, labels_file({1})),
            "the images file is still compressed with gzip");
}

TEST(Idx, RefusesDamagedAxesBeforeAllocation) {
  EXPECT_EQ(refusal(images_file(0, 28, 28), labels_file({})),
            "the images and labels files hold 0 images");
  Bytes damaged = images_file(1, 2, 2);
  damaged[8] = 0xff;  // a height of 4278190082
  EXPECT_EQ(refusal(damaged, labels_file({1})),
            "the images file announces images of 4278190082 x 2 pixels: expected sides of 1 to "
            "4096");
  damaged = images_file(1, 2, 2);
  damaged[4] = 0xff;
  EXPECT_EQ(refusal(damaged, labels_file({1})),
            "the images file is cut off: its header announces 17112760324 bytes of images, got 4");
}

}  // namespace
}  // namespace anneal
