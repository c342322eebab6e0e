#include "data/glyphs.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "base/error.h"

namespace anneal {
namespace {

std::vector<std::uint8_t> image_of(const Dataset& dataset, std::size_t index) {
  const std::uint8_t* first = dataset.image(index, nullptr);
  return {first, first + dataset.image_bytes()};
}

TEST(Glyphs, AreAConsistentDataSet) {
  const Dataset dataset = glyphs(50, 1);
  EXPECT_EQ(dataset.image_shape, (Shape{28, 28, 1}));
  EXPECT_EQ(dataset.classes, 10u);
  EXPECT_EQ(dataset.size(), 50u);
  EXPECT_NO_THROW(check_dataset(dataset));
}

TEST(Glyphs, AnImageDependsOnSeedAndIndexAlone) {
  const Dataset few = glyphs(13, 7), many = glyphs(40, 7), other = glyphs(13, 8);
  std::vector<std::uint8_t> alone(few.image_bytes());
  for (std::size_t i = 0; i < few.size(); ++i) {
    draw_glyph(7, i, {}, alone.data());
    EXPECT_EQ(image_of(few, i), alone) << i;
    EXPECT_EQ(image_of(many, i), alone) << i;
    EXPECT_NE(image_of(other, i), alone) << i;
    EXPECT_EQ(few.labels[i], glyph_label(7, i)) << i;
    EXPECT_EQ(many.labels[i], few.labels[i]) << i;
  }
}

TEST(Glyphs, AreAllDifferent) {
  const Dataset dataset = glyphs(300, 2);
  std::set<std::vector<std::uint8_t>> seen;
  for (std::size_t i = 0; i < dataset.size(); ++i) seen.insert(image_of(dataset, i));
  EXPECT_EQ(seen.size(), 300u);
}

TEST(Glyphs, EveryTenHoldEachDigitOnceInRandomOrder) {
  const Dataset dataset = glyphs(1000, 3);
  std::set<std::vector<std::uint16_t>> orders;
  for (std::size_t ten = 0; ten < 1000; ten += 10) {
    const auto first = dataset.labels.begin() + static_cast<std::ptrdiff_t>(ten);
    std::vector<std::uint16_t> order(first, first + 10);
    orders.insert(order);
    std::sort(order.begin(), order.end());
    EXPECT_EQ(order, (std::vector<std::uint16_t>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}));
  }
  EXPECT_GT(orders.size(), 95u);
}

TEST(Glyphs, AreBrightOnDarkAndCentred) {
  const Dataset dataset = glyphs(200, 4);
  double border = 0, middle = 0;
  for (std::size_t i = 0; i < dataset.size(); ++i) {
    const std::vector<std::uint8_t> image = image_of(dataset, i);
    EXPECT_GT(*std::max_element(image.begin(), image.end()), 150) << i;
    for (std::size_t k = 0; k < 28; ++k) border += image[k];
    for (std::size_t k = 14 * 28; k < 15 * 28; ++k) middle += image[k];
  }
  EXPECT_GT(middle, 2 * border);
}

// With every variation disabled, images differ in style and pen only.
TEST(Glyphs, OptionsDisableVariations) {
  GlyphOptions plain;
  plain.noise = 0;
  plain.clutter = 0;
  plain.max_background = 0;
  std::vector<std::uint8_t> image(28 * 28);
  for (std::uint64_t i = 0; i < 20; ++i) {
    draw_glyph(5, i, plain, image.data());
    EXPECT_GT(std::count(image.begin(), image.end(), 0), 400) << "image " << i;
  }
  GlyphOptions strokes = plain;
  strokes.clutter = 5;
  std::size_t changed = 0;
  for (std::uint64_t i = 0; i < 20; ++i) {
    std::vector<std::uint8_t> cluttered(28 * 28);
    draw_glyph(5, i, plain, image.data());
    draw_glyph(5, i, strokes, cluttered.data());
    changed += image != cluttered;
  }
  EXPECT_GT(changed, 10u);
}

TEST(Glyphs, RefusesMoreThanTheMemoryLimit) {
  EXPECT_EQ(glyphs(0, 1).size(), 0u);
  EXPECT_THROW(glyphs(2'000'000, 1), Error);
}

}  // namespace
}  // namespace anneal
