#include "data/stroke_raster.h"

#include <gtest/gtest.h>

#include <cmath>

namespace anneal {
namespace {

constexpr double kPi = 3.14159265358979323846;

double sum(const StrokeRaster& raster, std::size_t height, std::size_t width) {
  double total = 0;
  for (std::size_t row = 0; row < height; ++row) {
    for (std::size_t column = 0; column < width; ++column) total += raster.row(row)[column];
  }
  return total;
}

TEST(StrokeRaster, ADotIsADisc) {
  StrokeRaster raster(32, 32);
  raster.add_capsule({15.3f, 16.1f}, {15.3f, 16.1f}, 6, 6);
  EXPECT_NEAR(sum(raster, 32, 32), kPi * 36, 1.5);
  EXPECT_EQ(raster.row(16)[15], 1.0f);
  EXPECT_EQ(raster.row(16)[23], 0.0f);
}

TEST(StrokeRaster, ACapsuleCoversItsArea) {
  StrokeRaster raster(32, 32);
  raster.add_capsule({8, 9}, {20, 18}, 3, 3);  // length 15
  EXPECT_NEAR(sum(raster, 32, 32), 15 * 6 + kPi * 9, 1.5);
}

TEST(StrokeRaster, OverlapsCountOnce) {
  StrokeRaster once(32, 32), twice(32, 32);
  once.add_capsule({8, 9}, {20, 18}, 2, 2);
  twice.add_capsule({8, 9}, {14, 13.5f}, 2, 2);
  twice.add_capsule({14, 13.5f}, {20, 18}, 2, 2);
  EXPECT_NEAR(sum(once, 32, 32), sum(twice, 32, 32), 1e-3);
}

TEST(StrokeRaster, TheRadiusChangesAlongTheSegment) {
  StrokeRaster raster(32, 32);
  raster.add_capsule({6, 16}, {26, 16}, 1, 5);
  EXPECT_EQ(raster.row(19)[8], 0.0f);
  EXPECT_EQ(raster.row(19)[24], 1.0f);
}

TEST(StrokeRaster, PartsOutsideTheImageAreClippedAndLeaveNoBox) {
  StrokeRaster raster(8, 8);
  raster.add_capsule({-20, 3}, {-10, 3}, 1, 1);
  raster.add_capsule({3, 30}, {4, 40}, 1, 1);
  EXPECT_GE(raster.box().first_row, raster.box().end_row);
  raster.add_capsule({-5, 3}, {20, 3}, 1, 1);
  EXPECT_EQ(raster.row(3)[0], 1.0f);
  EXPECT_EQ(raster.row(3)[7], 1.0f);
  EXPECT_EQ(raster.box().first_column, 0u);
  EXPECT_EQ(raster.box().end_column, 8u);
}

TEST(StrokeRaster, ClearResetsTheCoverage) {
  StrokeRaster raster(16, 16);
  raster.add_capsule({3, 3}, {12, 9}, 2, 1);
  EXPECT_GT(sum(raster, 16, 16), 0);
  raster.clear();
  EXPECT_EQ(sum(raster, 16, 16), 0);
  EXPECT_GE(raster.box().first_row, raster.box().end_row);
}

TEST(Spline, PassesThroughItsPoints) {
  const Point points[] = {{0, 0}, {3, 4}, {7, 2}, {9, 9}};
  std::vector<Point> path;
  append_spline(points, false, 5, path);
  ASSERT_EQ(path.size(), 16u);
  for (std::size_t i = 0; i < 4; ++i) {
    EXPECT_NEAR(path[i * 5].x, points[i].x, 1e-5);
    EXPECT_NEAR(path[i * 5].y, points[i].y, 1e-5);
  }
}

TEST(Spline, ReturnsToItsFirstPointWhenClosed) {
  const Point points[] = {{0, 0}, {4, 0}, {4, 4}, {0, 4}};
  std::vector<Point> path;
  append_spline(points, true, 4, path);
  ASSERT_EQ(path.size(), 17u);
  EXPECT_NEAR(path.back().x, 0, 1e-6);
  EXPECT_NEAR(path.back().y, 0, 1e-6);
  // The curve lies outside the square by the same distance on each side.
  EXPECT_NEAR(path[2].y, -0.5, 1e-5);
  EXPECT_NEAR(path[6].x, 4.5, 1e-5);
}

TEST(Spline, TwoPointsGiveALine) {
  const Point points[] = {{1, 2}, {3, 4}};
  std::vector<Point> path;
  append_spline(points, false, 5, path);
  ASSERT_EQ(path.size(), 2u);
  append_spline({}, false, 5, path);
  EXPECT_EQ(path.size(), 2u);
}

}  // namespace
}  // namespace anneal
