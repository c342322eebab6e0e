#include "data/area_raster.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace anneal {
namespace {

double sum(const AreaRaster& raster, std::size_t height, std::size_t width) {
  double total = 0;
  for (std::size_t row = 0; row < height; ++row) {
    for (std::size_t column = 0; column < width; ++column) {
      EXPECT_GE(raster.row(row)[column], 0);
      EXPECT_LE(raster.row(row)[column], 1);
      total += raster.row(row)[column];
    }
  }
  return total;
}

// The area by the shoelace formula.
double area(const std::vector<Point>& points) {
  double twice = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const Point a = points[i], b = points[(i + 1) % points.size()];
    twice += static_cast<double>(a.x) * b.y - static_cast<double>(b.x) * a.y;
  }
  return std::abs(twice) / 2;
}

TEST(AreaRaster, ARectangleCoversPixelsByTheirShare) {
  AreaRaster raster(6, 6);
  // x from 1.25 to 4 and y from 2 to 3.5, measured from the corner of the image.
  const std::vector<Point> points{{.75f, 1.5f}, {3.5f, 1.5f}, {3.5f, 3.0f}, {.75f, 3.0f}};
  raster.add_outline(points);
  raster.finish();
  const float expected[6][6] = {{}, {}, {0, .75f, 1, 1, 0, 0}, {0, .375f, .5f, .5f, 0, 0}, {}, {}};
  for (std::size_t row = 0; row < 6; ++row) {
    for (std::size_t column = 0; column < 6; ++column) {
      EXPECT_NEAR(raster.row(row)[column], expected[row][column], 1e-6) << row << ' ' << column;
    }
  }
}

TEST(AreaRaster, CoversTheAreaOfAnyPolygonInEitherDirection) {
  std::vector<Point> points{
      {3.1f, 2.7f}, {17.3f, 5.9f}, {11.2f, 9.4f}, {14.8f, 17.6f}, {2.2f, 12.5f}};
  for (int direction = 0; direction < 2; ++direction) {
    AreaRaster raster(20, 20);
    raster.add_outline(points);
    raster.finish();
    EXPECT_NEAR(sum(raster, 20, 20), area(points), 1e-3);
    std::reverse(points.begin(), points.end());
  }
}

TEST(AreaRaster, AnInnerOutlineInTheOtherDirectionCutsAHole) {
  AreaRaster raster(20, 20);
  raster.add_outline(std::vector<Point>{{2, 2}, {16, 2}, {16, 16}, {2, 16}});
  raster.add_outline(std::vector<Point>{{5, 5}, {5, 11}, {11, 11}, {11, 5}});
  raster.finish();
  EXPECT_NEAR(sum(raster, 20, 20), 14 * 14 - 6 * 6, 1e-3);
  EXPECT_NEAR(raster.row(8)[8], 0, 1e-6);
}

TEST(AreaRaster, PartsOutsideTheImageAreClipped) {
  AreaRaster raster(10, 10);
  raster.add_outline(std::vector<Point>{{-8, -7}, {30, -7}, {30, 4.5f}, {-8, 4.5f}});
  raster.finish();
  EXPECT_NEAR(sum(raster, 10, 10), 50, 1e-3);
  EXPECT_NEAR(raster.row(4)[9], 1, 1e-6);
  EXPECT_NEAR(raster.row(5)[0], 0, 1e-6);
  AreaRaster empty(10, 10);
  empty.add_outline(std::vector<Point>{{20, 2}, {30, 2}, {25, 9}});
  empty.add_outline(std::vector<Point>{{2, -9}, {8, -9}, {5, -2}});
  empty.finish();
  EXPECT_EQ(sum(empty, 10, 10), 0);
}

TEST(AreaRaster, ClearResetsTheCoverage) {
  AreaRaster raster(10, 10);
  raster.add_outline(std::vector<Point>{{1, 1}, {20, 3}, {4, 8}});
  raster.finish();
  raster.clear();
  EXPECT_EQ(sum(raster, 10, 10), 0);
  raster.add_outline(std::vector<Point>{{1, 1}, {5, 1}, {5, 5}, {1, 5}});
  raster.finish();
  EXPECT_NEAR(sum(raster, 10, 10), 16, 1e-4);
}

}  // namespace
}  // namespace anneal
