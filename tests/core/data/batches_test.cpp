#include "data/batches.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "errors.h"

namespace anneal {
namespace {

// Images whose bytes count up from 0, so that all are different as far as a byte allows.
Dataset counting(std::size_t count, Shape shape) {
  Dataset dataset;
  dataset.image_shape = std::move(shape);
  dataset.classes = 3;
  dataset.class_names = numbered_class_names(3);
  dataset.pixels.resize(count * dataset.image_bytes());
  for (std::size_t i = 0; i < dataset.pixels.size(); ++i) {
    dataset.pixels[i] = static_cast<std::uint8_t>(1 + i % 255);
  }
  for (std::size_t i = 0; i < count; ++i) {
    dataset.labels.push_back(static_cast<std::uint16_t>(i % 3));
  }
  return dataset;
}

std::vector<std::uint32_t> first(std::uint32_t count) {
  std::vector<std::uint32_t> indices(count);
  std::iota(indices.begin(), indices.end(), 0u);
  return indices;
}

// The first image of a batch, converted back to bytes.
std::vector<int> bytes_of(Batches& batches, std::size_t epoch, std::size_t size) {
  std::vector<float> images(size);
  std::uint16_t label;
  batches.fill(epoch, 0, images.data(), &label);
  std::vector<int> bytes;
  for (const float value : images) bytes.push_back(static_cast<int>(std::lround(value * 255)));
  return bytes;
}

TEST(Batches, FillsValuesAndLabelsInOrder) {
  const Dataset dataset = counting(5, {2, 2, 1});
  Batches batches(dataset, {4, 0, 3, 1, 2}, 2, 1, false);
  EXPECT_EQ(batches.per_epoch(), 3u);
  std::vector<float> images(8, -1);
  std::vector<std::uint16_t> labels(2, 9);
  EXPECT_EQ(batches.fill(0, 0, images.data(), labels.data()), 2u);
  EXPECT_EQ(labels, (std::vector<std::uint16_t>{1, 0}));
  EXPECT_EQ(images[0], 17.0f / 255.0f);
  EXPECT_EQ(images[7], 4.0f / 255.0f);
  // The last batch is smaller; the rest of the buffers does not change.
  EXPECT_EQ(batches.fill(7, 2, images.data(), labels.data()), 1u);
  EXPECT_EQ(labels, (std::vector<std::uint16_t>{2, 0}));
  EXPECT_EQ(images[0], 9.0f / 255.0f);
  EXPECT_EQ(images[7], 4.0f / 255.0f);
}

TEST(Batches, EveryEpochHoldsEveryImageInItsOwnOrder) {
  const Dataset dataset = counting(50, {1, 1, 1});
  Batches batches(dataset, first(50), 8, 1, true);
  std::vector<std::vector<std::uint32_t>> epochs;
  for (std::size_t epoch = 0; epoch < 3; ++epoch) {
    std::vector<std::uint32_t> order;
    for (std::size_t i = 0; i < batches.per_epoch(); ++i) {
      const auto members = batches.batch(epoch, i);
      order.insert(order.end(), members.begin(), members.end());
    }
    epochs.push_back(order);
    std::sort(order.begin(), order.end());
    EXPECT_EQ(order, first(50));
  }
  EXPECT_NE(epochs[0], epochs[1]);
  EXPECT_NE(epochs[1], epochs[2]);
}

TEST(Batches, AreAPureFunctionOfSeedEpochAndIndex) {
  const Dataset dataset = counting(20, {4, 4, 1});
  BatchSettings settings;
  settings.augmentation = {1, true, 2};
  Batches one(dataset, first(20), 4, 7, true, settings);
  Batches two(dataset, first(20), 4, 7, true, settings);
  std::vector<float> a(64), b(64);
  std::vector<std::uint16_t> label_a(4), label_b(4);
  one.fill(0, 0, a.data(), label_a.data());
  one.fill(5, 3, a.data(), label_a.data());
  two.fill(5, 3, b.data(), label_b.data());
  EXPECT_EQ(a, b);
  EXPECT_EQ(label_a, label_b);
  Batches other(dataset, first(20), 4, 8, true, settings);
  other.fill(5, 3, b.data(), label_b.data());
  EXPECT_NE(a, b);
}

TEST(Batches, DrawsImagesOnDemand) {
  Dataset dataset = counting(3, {2, 1, 1});
  dataset.pixels.clear();
  dataset.draw = [](std::size_t index, std::uint8_t* image) {
    image[0] = static_cast<std::uint8_t>(index);
    image[1] = 255;
  };
  Batches batches(dataset, {2, 1}, 2, 1, false);
  std::vector<float> images(4);
  std::vector<std::uint16_t> labels(2);
  batches.fill(0, 0, images.data(), labels.data());
  EXPECT_EQ(images, (std::vector<float>{2.0f / 255, 1, 1.0f / 255, 1}));
}

TEST(Batches, NormaliseByTheTrainingImages) {
  Dataset dataset = counting(3, {1, 2, 2});
  dataset.pixels = {0, 10, 100, 30, 50, 10, 250, 30, 255, 255, 255, 255};
  const std::vector<std::uint32_t> training{0, 1};
  BatchSettings settings;
  settings.normalisation = standardise(dataset, training);
  EXPECT_NEAR(settings.normalisation.mean[0], 100.0 / 255, 1e-12);
  EXPECT_NEAR(settings.normalisation.mean[1], 20.0 / 255, 1e-12);
  EXPECT_NEAR(settings.normalisation.deviation[0], std::sqrt(8750.0) / 255, 1e-12);
  EXPECT_NEAR(settings.normalisation.deviation[1], 10.0 / 255, 1e-12);
  Batches batches(dataset, {1}, 1, 1, false, settings);
  std::vector<float> images(4);
  std::uint16_t label;
  batches.fill(0, 0, images.data(), &label);
  EXPECT_NEAR(images[0], -50 / std::sqrt(8750.0), 1e-6);
  EXPECT_NEAR(images[1], -1, 1e-6);
  EXPECT_NEAR(images[2], 150 / std::sqrt(8750.0), 1e-6);
  EXPECT_NEAR(images[3], 1, 1e-6);
}

TEST(Batches, AConstantChannelIsOnlyCentred) {
  Dataset dataset = counting(1, {1, 2, 1});
  dataset.pixels = {51, 51};
  const std::vector<std::uint32_t> training{0};
  const Normalisation normalisation = standardise(dataset, training);
  EXPECT_DOUBLE_EQ(normalisation.mean[0], 0.2);
  EXPECT_EQ(normalisation.deviation[0], 1.0);
  EXPECT_THROW(standardise(dataset, {}), Error);
}

// Every shift from -s to s occurs, and each image is the original moved, with zeros at the border.
TEST(Augmentation, ShiftMovesInAllDirectionsAndFillsWithZero) {
  const Dataset dataset = counting(1, {3, 3, 2});
  BatchSettings settings;
  settings.augmentation.shift = 1;
  Batches batches(dataset, {0}, 1, 3, true, settings);
  std::vector<int> seen(9, 0);
  for (std::size_t epoch = 0; epoch < 200; ++epoch) {
    const std::vector<int> got = bytes_of(batches, epoch, 18);
    int matches = 0;
    for (int down = -1; down <= 1; ++down) {
      for (int across = -1; across <= 1; ++across) {
        std::vector<int> expected(18, 0);
        for (int row = 0; row < 3; ++row) {
          for (int column = 0; column < 3; ++column) {
            const int from_row = row - down, from_column = column - across;
            if (from_row < 0 || from_row > 2 || from_column < 0 || from_column > 2) continue;
            for (int c = 0; c < 2; ++c) {
              expected[static_cast<std::size_t>((row * 3 + column) * 2 + c)] =
                  dataset.pixels[static_cast<std::size_t>((from_row * 3 + from_column) * 2 + c)];
            }
          }
        }
        if (expected != got) continue;
        ++matches;
        ++seen[static_cast<std::size_t>((down + 1) * 3 + across + 1)];
      }
    }
    ASSERT_EQ(matches, 1) << "epoch " << epoch;
  }
  for (const int count : seen) EXPECT_GT(count, 5);
}

TEST(Augmentation, FlipMirrorsAboutHalfOfTheTime) {
  const Dataset dataset = counting(1, {1, 3, 2});
  BatchSettings settings;
  settings.augmentation.flip = true;
  Batches batches(dataset, {0}, 1, 3, true, settings);
  int mirrored = 0;
  for (std::size_t epoch = 0; epoch < 200; ++epoch) {
    const std::vector<int> got = bytes_of(batches, epoch, 6);
    if (got == std::vector<int>{5, 6, 3, 4, 1, 2}) {
      ++mirrored;
    } else {
      EXPECT_EQ(got, (std::vector<int>{1, 2, 3, 4, 5, 6}));
    }
  }
  EXPECT_GT(mirrored, 70);
  EXPECT_LT(mirrored, 130);
}

TEST(Augmentation, CutoutZeroesASquareThatMayExtendPastTheEdge) {
  const Dataset dataset = counting(1, {6, 6, 1});
  BatchSettings settings;
  settings.augmentation.cutout = 3;
  Batches batches(dataset, {0}, 1, 3, true, settings);
  std::size_t smallest = 36, largest = 0;
  for (std::size_t epoch = 0; epoch < 200; ++epoch) {
    const std::vector<int> got = bytes_of(batches, epoch, 36);
    const auto covered = static_cast<std::size_t>(std::count(got.begin(), got.end(), 0));
    smallest = std::min(smallest, covered);
    largest = std::max(largest, covered);
    for (std::size_t i = 0; i < 36; ++i) {
      ASSERT_TRUE(got[i] == 0 || got[i] == dataset.pixels[i]) << "pixel " << i;
    }
  }
  EXPECT_EQ(smallest, 4u);
  EXPECT_EQ(largest, 9u);
}

TEST(Augmentation, RefusesSettingsLargerThanTheImage) {
  const Dataset dataset = counting(1, {4, 6, 1});
  const auto refusal = [&](std::size_t batch_size, Augmentation augmentation) {
    BatchSettings settings;
    settings.augmentation = augmentation;
    return testing::refusal_of(ErrorKind::experiment,
                               [&] { Batches(dataset, {0}, batch_size, 1, false, settings); });
  };
  EXPECT_EQ(refusal(1, {3, true, 3}), "accepted");
  EXPECT_EQ(refusal(1, {4, false, 0}),
            "data.augment.shift: expected less than the image's side of 4 pixels, got 4");
  EXPECT_EQ(refusal(1, {0, false, 5}),
            "data.augment.cutout: expected less than the image's side of 4 pixels, got 5");
  EXPECT_EQ(refusal(0, {}), "training.batch_size: expected a positive integer, got 0");
}

}  // namespace
}  // namespace anneal
