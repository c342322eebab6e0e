#include "data/glyph_strokes.h"

#include <gtest/gtest.h>

namespace anneal {
namespace {

void expect_in_the_box(GlyphStyle style) {
  for (const GlyphStroke& stroke : style) {
    EXPECT_GE(stroke.points.size(), 2u);
    for (const Point& point : stroke.points) {
      EXPECT_GE(point.x, 0);
      EXPECT_LE(point.x, 100);
      EXPECT_GE(point.y, 0);
      EXPECT_LE(point.y, 140);
    }
  }
}

TEST(GlyphStrokes, EveryDigitHasStylesInTheBox) {
  for (std::size_t digit = 0; digit < 10; ++digit) {
    EXPECT_GE(glyph_styles(digit).size(), 2u) << digit;
    for (const GlyphStyle style : glyph_styles(digit)) expect_in_the_box(style);
  }
}

// draw_glyph() interpolates between the two points of each pair.
TEST(GlyphStrokes, ConfusedDigitsHaveTheSamePoints) {
  for (std::size_t digit = 0; digit < 10; ++digit) {
    EXPECT_GE(glyph_confusions(digit).size(), 1u) << digit;
    for (const GlyphConfusion& pair : glyph_confusions(digit)) {
      ASSERT_EQ(pair.own.size(), pair.other.size()) << digit;
      for (std::size_t i = 0; i < pair.own.size(); ++i) {
        EXPECT_EQ(pair.own[i].points.size(), pair.other[i].points.size()) << digit;
        EXPECT_EQ(pair.own[i].closed, pair.other[i].closed) << digit;
      }
      expect_in_the_box(pair.own);
      expect_in_the_box(pair.other);
    }
  }
}

TEST(GlyphStrokes, ConfusionIsMutual) {
  for (std::size_t digit = 0; digit < 10; ++digit) {
    for (const GlyphConfusion& pair : glyph_confusions(digit)) {
      std::size_t partners = 0;
      for (std::size_t other = 0; other < 10; ++other) {
        for (const GlyphConfusion& back : glyph_confusions(other)) {
          partners += back.own.data() == pair.other.data() && back.other.data() == pair.own.data();
        }
      }
      EXPECT_EQ(partners, 1u) << digit;
    }
  }
}

}  // namespace
}  // namespace anneal
