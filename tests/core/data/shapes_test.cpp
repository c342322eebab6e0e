#include "data/shapes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "errors.h"

namespace anneal {
namespace {

std::vector<std::uint8_t> image_of(const Dataset& dataset, std::size_t index) {
  std::vector<std::uint8_t> scratch(dataset.image_bytes());
  const std::uint8_t* first = dataset.image(index, scratch.data());
  return {first, first + dataset.image_bytes()};
}

std::string refusal(const ShapeOptions& options) {
  return testing::refusal_of(ErrorKind::experiment, [&] { check_shape_options(options); });
}

TEST(Shapes, AreAConsistentDataSet) {
  const Dataset dataset = shapes(30, 1);
  EXPECT_EQ(dataset.image_shape, (Shape{32, 32, 3}));
  EXPECT_EQ(dataset.classes, 10u);
  EXPECT_EQ(dataset.size(), 30u);
  EXPECT_EQ(dataset.class_names[3], "star");
  EXPECT_NO_THROW(check_dataset(dataset));
}

TEST(Shapes, AnImageDependsOnSeedIndexAndOptionsAlone) {
  const ShapeOptions options{.size = 24, .classes = 15};
  const Dataset few = shapes(17, 7, options), many = shapes(50, 7, options);
  const Dataset other = shapes(17, 8, options);
  std::vector<std::uint8_t> alone(few.image_bytes());
  for (std::size_t i = 0; i < few.size(); ++i) {
    draw_shape(7, i, options, alone.data());
    EXPECT_EQ(image_of(few, i), alone) << i;
    EXPECT_EQ(image_of(many, i), alone) << i;
    EXPECT_NE(image_of(other, i), alone) << i;
    EXPECT_EQ(few.labels[i], shape_label(7, i, 15)) << i;
  }
}

TEST(Shapes, EveryBlockHoldsEachClassOnce) {
  const Dataset dataset = shapes(75, 2, {.size = 16, .classes = 25});
  for (std::size_t first = 0; first < 75; first += 25) {
    const auto begin = dataset.labels.begin() + static_cast<std::ptrdiff_t>(first);
    EXPECT_EQ(std::set<std::uint16_t>(begin, begin + 25).size(), 25u);
  }
}

TEST(Shapes, LargeDataSetsAreDrawnOnDemandWithTheSameImages) {
  const ShapeOptions options{.size = 224, .classes = 1000};
  const Dataset few = shapes(4, 3, options);
  const Dataset many = shapes(5000, 3, options);  // 753 MB if stored
  EXPECT_FALSE(few.draw);
  ASSERT_TRUE(many.draw);
  EXPECT_TRUE(many.pixels.empty());
  EXPECT_EQ(many.size(), 5000u);
  EXPECT_NO_THROW(check_dataset(many));
  EXPECT_EQ(image_of(many, 2), image_of(few, 2));
  EXPECT_EQ(image_of(many, 2), image_of(many, 2));
}

TEST(Shapes, LabelNoiseDoesNotChangeImages) {
  Dataset dataset = shapes(2000, 3, {.size = 224, .classes = 10});
  const std::vector<std::uint8_t> before = image_of(dataset, 1);
  dataset.labels[1] = static_cast<std::uint16_t>((dataset.labels[1] + 1) % 10);
  EXPECT_EQ(image_of(dataset, 1), before);
}

TEST(Shapes, RefusesSizesAndClassesOutOfRange) {
  EXPECT_EQ(refusal({.size = 16, .classes = 2}), "accepted");
  EXPECT_EQ(refusal({.size = 224, .classes = 1000}), "accepted");
  EXPECT_EQ(refusal({.size = 226, .classes = 10}),
            "data.size: expected an even number of pixels from 16 to 224, got 226");
  EXPECT_EQ(refusal({.size = 33, .classes = 10}),
            "data.size: expected an even number of pixels from 16 to 224, got 33");
  EXPECT_EQ(refusal({.size = 32, .classes = 1001}),
            "data.classes: expected 2 to 1000 classes, got 1001");
  EXPECT_THROW(shapes(2, 1, {.size = 32, .classes = 1}), Error);
}

}  // namespace
}  // namespace anneal
