#include "inspection/data_preview.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "data/batches.h"
#include "documents.h"

namespace anneal {
namespace {

using testing::parse;
using Part = DataPreview::Part;

// 60 training and 20 held-out images of a generated data set.
Experiment drawn(const std::string& source, const std::string& more = "") {
  return parse(R"({"version": 1, "seed": 3, "data": {"source": ")" + source +
               R"(", "train": 60, "validation": 20)" + more + "}}");
}

std::vector<std::uint8_t> rgba_of(const Dataset& images, std::size_t index) {
  std::vector<std::uint8_t> rgba(images.image_bytes() / images.image_shape[2] * 4);
  preview_rgba(images, index, rgba.data());
  return rgba;
}

void expect_same_images(const Experiment& experiment, const DataPreview& preview) {
  const RunData run = make_run_data(experiment, {});
  const auto range = preview.range(Part::train, std::nullopt, 5, 10);
  ASSERT_EQ(range.images.size(), 10u);
  EXPECT_EQ(range.total, 60u);
  const std::size_t bytes = range.pixels.size() / 10;
  for (std::size_t i = 0; i < 10; ++i) {
    const std::uint32_t image = range.images[i];
    EXPECT_EQ(image, run.split.train[5 + i]);
    EXPECT_EQ(range.labels[i], run.images->labels[image]);
    const auto start = range.pixels.begin() + static_cast<std::ptrdiff_t>(i * bytes);
    EXPECT_TRUE(std::equal(start, start + static_cast<std::ptrdiff_t>(bytes),
                           rgba_of(*run.images, image).begin()))
        << image;
  }
}

TEST(DataPreview, ShowsTheImagesOfARunWithoutStoringThem) {
  for (const char* source : {"glyphs", "shapes"}) {
    const Experiment experiment = drawn(source);
    const DataPreview preview(experiment, {});
    EXPECT_TRUE(preview.images().pixels.empty()) << source;
    expect_same_images(experiment, preview);
  }
}

TEST(DataPreview, ImagesOfAClassArePaged) {
  const DataPreview preview(drawn("glyphs"), {});
  const auto all = preview.range(Part::train, std::uint16_t{4}, 0, 100);
  EXPECT_EQ(all.total, all.images.size());
  EXPECT_TRUE(std::all_of(all.labels.begin(), all.labels.end(), [](auto l) { return l == 4; }));
  const auto counts = class_counts(preview.images(), preview.data().split.train);
  EXPECT_EQ(all.total, counts[4]);
  const auto second = preview.range(Part::train, std::uint16_t{4}, 2, 2);
  EXPECT_EQ(second.images,
            std::vector<std::uint32_t>(all.images.begin() + 2, all.images.begin() + 4));
  EXPECT_EQ(second.total, all.total);
}

TEST(DataPreview, WrongLabelsKeepTheirTruth) {
  const DataPreview preview(drawn("glyphs", R"(, "label_noise": 0.5)"), {});
  const DataPreview clean(drawn("glyphs"), {});
  const auto noisy = preview.range(Part::train, std::nullopt, 0, 60);
  std::size_t wrong = 0;
  for (std::size_t i = 0; i < 60; ++i) {
    EXPECT_EQ(noisy.truths[i], clean.images().labels[noisy.images[i]]);
    wrong += noisy.truths[i] != noisy.labels[i];
  }
  EXPECT_EQ(wrong, 30u);
  EXPECT_EQ(preview.data().wrong_labels.size(), 30u);
  const auto held_out = preview.range(Part::validation, std::nullopt, 0, 20);
  EXPECT_EQ(held_out.truths, held_out.labels);
}

TEST(DataPreview, ANewSplitOfTheSameImagesEqualsANewPreview) {
  DataPreview preview(drawn("glyphs", R"(, "label_noise": 1)"), {});
  preview.resplit(drawn("glyphs", R"(, "label_noise": 0.1, "stratified": true)"));
  const DataPreview anew(drawn("glyphs", R"(, "label_noise": 0.1, "stratified": true)"), {});
  const auto before = preview.range(Part::train, std::nullopt, 0, 60);
  const auto after = anew.range(Part::train, std::nullopt, 0, 60);
  EXPECT_EQ(before.images, after.images);
  EXPECT_EQ(before.labels, after.labels);
  EXPECT_EQ(before.truths, after.truths);
}

TEST(DataPreview, ASplitThatFailsChangesNothing) {
  DataPreview preview(drawn("glyphs", R"(, "label_noise": 0.5)"), {});
  const auto before = preview.range(Part::train, std::nullopt, 0, 60);
  Experiment greedy = drawn("glyphs");
  greedy.data.train = 1000;
  EXPECT_THROW(preview.resplit(greedy), Error);
  const auto after = preview.range(Part::train, std::nullopt, 0, 60);
  EXPECT_EQ(before.labels, after.labels);
  EXPECT_EQ(before.truths, after.truths);
}

TEST(DataPreview, AnImageIsAugmentedAsInTraining) {
  const Experiment experiment =
      drawn("shapes", R"(, "augment": {"shift": 3, "flip": true, "cutout": 9})");
  const DataPreview preview(experiment, {});
  const std::uint32_t image = preview.data().split.train[7];
  const auto shown = preview.as_trained(experiment, image, 2, 3);
  Batches batches(preview.images(), preview.data().split.train, 60, experiment.seed, true,
                  {{}, {3, true, 9}});
  const std::size_t bytes = preview.images().image_bytes();
  std::vector<float> batch(60 * bytes);
  std::vector<std::uint16_t> labels(60);
  for (std::size_t epoch = 2; epoch < 5; ++epoch) {
    batches.fill(epoch, 0, batch.data(), labels.data());
    const auto members = batches.batch(epoch, 0);
    const auto at = static_cast<std::size_t>(std::find(members.begin(), members.end(), image) -
                                             members.begin());
    for (std::size_t i = 0; i < bytes; ++i) {
      const std::size_t rgba = ((epoch - 2) * bytes + i) / 3 * 4 + i % 3;
      ASSERT_EQ(shown[rgba], std::lround(batch[at * bytes + i] * 255)) << epoch << " " << i;
    }
  }
}

TEST(DataPreview, WithStandardisationTheCutoutIsTheMean) {
  const Experiment experiment =
      drawn("glyphs", R"(, "standardise": true, "augment": {"cutout": 20})");
  DataPreview preview(experiment, {});
  const std::uint32_t image = preview.data().split.train[0];
  EXPECT_THROW(preview.as_trained(experiment, image, 0, 1), Error);
  EXPECT_FALSE(preview.measure(59));
  EXPECT_TRUE(preview.measure(59));
  const Normalisation whole = standardise(preview.images(), preview.data().split.train);
  EXPECT_EQ(preview.normalisation().mean, whole.mean);
  EXPECT_EQ(preview.normalisation().deviation, whole.deviation);
  const auto shown = preview.as_trained(experiment, image, 0, 1);
  const auto mean = static_cast<std::uint8_t>(std::lround(whole.mean[0] * 255));
  std::size_t covered = 0;
  for (std::size_t i = 0; i < shown.size(); i += 4) covered += shown[i] == mean;
  EXPECT_GE(covered, 100u);  // at least a quarter of the square lies inside the image
}

TEST(DataPreview, DifficultyChangesTheImagesAndTheDefaultsDoNot) {
  const auto pixels = [](const std::string& source, const std::string& more) {
    return DataPreview(drawn(source, more), {}).range(Part::train, std::nullopt, 0, 20).pixels;
  };
  const auto glyphs = pixels("glyphs", "");
  EXPECT_EQ(glyphs, pixels("glyphs", R"(, "distortion": 1, "careless": 0.5, "clutter": 1,
                                          "noise": 0.09)"));
  for (const char* change : {R"("distortion": 3)", R"("careless": 0)", R"("clutter": 40)",
                             R"("noise": 0)", R"("noise": 0.5)", R"("distortion": 0)"}) {
    EXPECT_NE(glyphs, pixels("glyphs", std::string(", ") + change)) << change;
  }
  const auto shapes = pixels("shapes", "");
  EXPECT_EQ(shapes, pixels("shapes", R"(, "distortion": 1, "clutter": 7, "noise": 0.05)"));
  for (const char* change : {R"("distortion": 3)", R"("clutter": 40)", R"("clutter": 0)",
                             R"("noise": 0)", R"("distortion": 0)"}) {
    EXPECT_NE(shapes, pixels("shapes", std::string(", ") + change)) << change;
  }
}

}  // namespace
}  // namespace anneal
