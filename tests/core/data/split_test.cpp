#include "data/split.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <set>
#include <string>

#include "errors.h"

namespace anneal {
namespace {

// One-pixel images with the labels 0, 1, .. classes - 1, 0, ...
Dataset tiny(std::size_t count, std::size_t classes) {
  Dataset dataset;
  dataset.image_shape = {1, 1, 1};
  dataset.classes = classes;
  dataset.class_names = numbered_class_names(classes);
  dataset.pixels.assign(count, 7);
  for (std::size_t i = 0; i < count; ++i) {
    dataset.labels.push_back(static_cast<std::uint16_t>(i % classes));
  }
  return dataset;
}

std::vector<std::uint32_t> range(std::uint32_t first, std::uint32_t end) {
  std::vector<std::uint32_t> indices(end - first);
  std::iota(indices.begin(), indices.end(), first);
  return indices;
}

std::set<std::uint32_t> all_of(const Split& parts) {
  std::set<std::uint32_t> all(parts.train.begin(), parts.train.end());
  all.insert(parts.validation.begin(), parts.validation.end());
  return all;
}

TEST(Split, KeepsTheOrderOfTheFileWithoutShuffle) {
  const Split parts = split(tiny(10, 2), 6, 3, 1, false);
  EXPECT_EQ(parts.train, range(0, 6));
  EXPECT_EQ(parts.validation, range(6, 9));
}

TEST(Split, ShufflesBySeedAndSharesNoImage) {
  const Dataset dataset = tiny(100, 10);
  const Split first = split(dataset, 70, 30, 1, true);
  EXPECT_EQ(all_of(first).size(), 100u);
  EXPECT_NE(first.train, range(0, 70));
  EXPECT_EQ(first.train, split(dataset, 70, 30, 1, true).train);
  EXPECT_NE(first.train, split(dataset, 70, 30, 2, true).train);
}

TEST(Split, RefusesTooFewImagesAndNamesAllNumbers) {
  EXPECT_EQ(testing::refusal_of(ErrorKind::data, [] { split(tiny(10, 2), 8, 3, 1, true); }),
            "8 training and 3 held-out images were asked for, but there are only 10");
}

TEST(LabelNoise, ChangesExactlyTheShare) {
  Dataset dataset = tiny(1000, 10);
  const std::vector<std::uint16_t> before = dataset.labels;
  const std::vector<std::uint32_t> training = range(0, 800);
  std::vector<std::uint32_t> changed;
  for (const auto& [image, truth] : add_label_noise(dataset, training, 0.25, 1)) {
    EXPECT_EQ(truth, before[image]) << "image " << image;
    changed.push_back(image);
  }
  EXPECT_EQ(changed.size(), 200u);
  EXPECT_TRUE(std::is_sorted(changed.begin(), changed.end()));
  for (std::uint32_t i = 0; i < 1000; ++i) {
    const bool is_changed = std::binary_search(changed.begin(), changed.end(), i);
    EXPECT_EQ(dataset.labels[i] != before[i], is_changed) << "image " << i;
    EXPECT_LT(dataset.labels[i], 10);
  }
  EXPECT_LT(changed.back(), 800u);
}

TEST(LabelNoise, ReachesEveryOtherClass) {
  Dataset dataset = tiny(300, 3);
  add_label_noise(dataset, range(0, 300), 1.0, 5);
  std::vector<std::size_t> steps(3, 0);
  for (std::size_t i = 0; i < 300; ++i) ++steps[(dataset.labels[i] + 3 - i % 3) % 3];
  EXPECT_EQ(steps[0], 0u);
  EXPECT_GT(steps[1], 100u);
  EXPECT_GT(steps[2], 100u);
}

TEST(LabelNoise, DependsOnTheSeed) {
  Dataset first = tiny(100, 10), same = first, other = first;
  add_label_noise(first, range(0, 100), 0.3, 1);
  add_label_noise(same, range(0, 100), 0.3, 1);
  add_label_noise(other, range(0, 100), 0.3, 2);
  EXPECT_EQ(first.labels, same.labels);
  EXPECT_NE(first.labels, other.labels);
}

TEST(LabelNoise, RefusesInvalidSettings) {
  Dataset dataset = tiny(10, 1);
  EXPECT_TRUE(add_label_noise(dataset, range(0, 10), 0.0, 1).empty());
  EXPECT_THROW(add_label_noise(dataset, range(0, 10), 0.5, 1), Error);
  dataset = tiny(10, 2);
  EXPECT_THROW(add_label_noise(dataset, range(0, 10), 1.5, 1), Error);
  EXPECT_THROW(add_label_noise(dataset, range(0, 10), -0.1, 1), Error);
}

}  // namespace
}  // namespace anneal
