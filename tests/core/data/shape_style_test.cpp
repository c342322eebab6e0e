#include "data/shape_style.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string_view>
#include <vector>

#include "data/shape_outlines.h"

namespace anneal {
namespace {

TEST(ShapeStyle, ClassNamesAreUnique) {
  for (const std::size_t classes : {2u, 20u, 21u, 200u, 201u, 1000u}) {
    std::set<std::string> names;
    for (std::size_t label = 0; label < classes; ++label) {
      names.insert(shape_class_name(label, classes));
    }
    EXPECT_EQ(names.size(), classes);
  }
  EXPECT_EQ(shape_class_name(3, 10), "star");
  EXPECT_EQ(shape_class_name(3, 100), "red star");
  EXPECT_EQ(shape_class_name(3 + 20 * 5 + 200, 1000), "striped blue star");
}

TEST(ShapeStyle, AClassDeterminesWhatItsNameSays) {
  Random random(1);
  std::set<std::size_t> colours, patterns;
  for (int i = 0; i < 200; ++i) {
    const ShapeStyle free = shape_style(7, 20, random);
    EXPECT_EQ(free.figure, 7u);
    colours.insert(free.colour);
    patterns.insert(static_cast<std::size_t>(free.pattern));
    EXPECT_EQ(shape_style(47, 200, random).colour, 2u);
    EXPECT_EQ(shape_style(47, 200, random).figure, 7u);
    EXPECT_EQ(shape_style(647, 1000, random).pattern, ShapePattern::bordered);
  }
  EXPECT_EQ(colours.size(), kShapeColours);
  EXPECT_EQ(patterns.size(), kShapePatterns);
}

TEST(ShapeStyle, PatternsStayInRangeAndVary) {
  for (const auto pattern : {ShapePattern::striped, ShapePattern::checked, ShapePattern::shaded}) {
    float least = 1, most = 0;
    for (float u = -1.2f; u <= 1.2f; u += 0.07f) {
      for (float v = -1.2f; v <= 1.2f; v += 0.07f) {
        least = std::min(least, pattern_at(pattern, u, v));
        most = std::max(most, pattern_at(pattern, u, v));
      }
    }
    EXPECT_EQ(least, 0);
    EXPECT_EQ(most, 1);
  }
  EXPECT_EQ(pattern_at(ShapePattern::plain, 0.3f, 0.1f), 0);
}

TEST(ShapeOutlines, FiguresLieAroundTheOriginAndDiffer) {
  std::set<std::string_view> names;
  for (std::size_t i = 0; i < kShapeFigures; ++i) {
    const ShapeFigure& figure = shape_figure(i);
    names.insert(figure.name);
    ASSERT_GE(figure.outlines.size(), 1u);
    for (const Outline outline : figure.outlines) {
      std::vector<Point> path;
      append_outline(outline, 4, path);
      EXPECT_GE(path.size(), 3u);
      for (const Point& point : path) {
        EXPECT_LT(point.x * point.x + point.y * point.y, 1.45f) << figure.name;
      }
    }
  }
  EXPECT_EQ(names.size(), kShapeFigures);
}

}  // namespace
}  // namespace anneal
