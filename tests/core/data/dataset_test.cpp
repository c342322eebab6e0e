#include "data/dataset.h"

#include <gtest/gtest.h>

#include "errors.h"

namespace anneal {
namespace {

Dataset two_images() {
  Dataset dataset;
  dataset.image_shape = {1, 2, 3};
  dataset.classes = 2;
  dataset.class_names = {"cat", "dog"};
  dataset.pixels = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
  dataset.labels = {1, 0};
  return dataset;
}

std::string refusal(const Dataset& dataset) {
  return testing::refusal_of(ErrorKind::data, [&] { check_dataset(dataset); });
}

TEST(Dataset, ReturnsStoredAndDrawnImages) {
  Dataset dataset = two_images();
  std::uint8_t scratch[6] = {};
  EXPECT_EQ(dataset.image(1, scratch), dataset.pixels.data() + 6);
  dataset.pixels.clear();
  dataset.draw = [](std::size_t index, std::uint8_t* image) {
    for (std::size_t i = 0; i < 6; ++i) image[i] = static_cast<std::uint8_t>(index * 10 + i);
  };
  EXPECT_EQ(dataset.image(1, scratch), scratch);
  EXPECT_EQ(scratch[5], 15);
  EXPECT_EQ(refusal(dataset), "accepted");
}

TEST(Dataset, NamesInconsistentParts) {
  EXPECT_EQ(refusal(two_images()), "accepted");
  Dataset dataset = two_images();
  dataset.pixels.pop_back();
  EXPECT_EQ(refusal(dataset), "2 labels and images of [1, 2, 3] need 12 bytes of pixels, got 11");
  dataset = two_images();
  dataset.labels[1] = 2;
  EXPECT_EQ(refusal(dataset), "image 1 has the label 2, but there are only 2 classes");
  dataset = two_images();
  dataset.class_names.push_back("bird");
  EXPECT_EQ(refusal(dataset), "2 classes need as many names, got 3");
  dataset.image_shape = {1, 2};
  EXPECT_EQ(refusal(dataset),
            "the shape of an image must be [height, width, channels], all at least 1, got [1, 2]");
}

TEST(Dataset, ChecksTheMemoryLimitBeforeAllocation) {
  EXPECT_NO_THROW(check_dataset_memory(1369568, {28, 28, 1}));
  EXPECT_EQ(
      testing::refusal_of(ErrorKind::memory, [] { check_dataset_memory(1369569, {28, 28, 1}); }),
      "1369569 images of [28, 28, 1] take 1073.7 MB, and 1073.7 MB is the most that "
      "images may take: at most 1369568 of this size fit");
  EXPECT_THROW(check_dataset_memory(~std::uint64_t{0}, {224, 224, 3}), Error);
}

TEST(Dataset, CountsClasses) {
  const std::vector<std::uint32_t> indices{0, 1, 1};
  EXPECT_EQ(class_counts(two_images(), indices), (std::vector<std::size_t>{2, 1}));
}

TEST(Dataset, PreviewsAreOpaque) {
  Dataset dataset = two_images();
  std::vector<std::uint8_t> rgba(8);
  preview_rgba(dataset, 1, rgba.data());
  EXPECT_EQ(rgba, (std::vector<std::uint8_t>{7, 8, 9, 255, 10, 11, 12, 255}));
  dataset.image_shape = {2, 3, 1};
  rgba.resize(24);
  preview_rgba(dataset, 0, rgba.data());
  EXPECT_EQ(std::vector<std::uint8_t>(rgba.begin() + 16, rgba.end()),
            (std::vector<std::uint8_t>{5, 5, 5, 255, 6, 6, 6, 255}));
  EXPECT_THROW(preview_rgba(dataset, 2, rgba.data()), Error);
}

}  // namespace
}  // namespace anneal
