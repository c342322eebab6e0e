// Rasteriser for pen strokes: smooth curves through control points, drawn as chains of capsules
// with varying radius. The coverage of a pixel follows from its distance to the axis of the
// capsule, so edges are anti-aliased at the cost of one square root per pixel near an edge. Only
// pixels in the bounding box of a capsule are visited.
//
// Uses only + - * / and sqrt, which every build rounds alike.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace anneal {

// In pixels, y downwards; (0, 0) is the centre of the first pixel.
struct Point {
  float x = 0;
  float y = 0;
};

class StrokeRaster {
 public:
  // Columns first_column .. end_column - 1 of rows first_row .. end_row - 1.
  struct Box {
    std::size_t first_row, end_row, first_column, end_column;
  };

  StrokeRaster(std::size_t height, std::size_t width);

  // Adds a line segment with round ends of the given radii. Where capsules overlap, the larger
  // coverage counts.
  void add_capsule(Point from, Point to, float from_radius, float to_radius);

  // The pixels that may have coverage above 0.
  Box box() const { return box_; }

  // Coverage of a row of pixels, [W], in [0, 1].
  const float* row(std::size_t index) const { return coverage_.data() + index * width_; }

  // Resets all coverage to 0.
  void clear();

 private:
  std::size_t height_;
  std::size_t width_;
  std::vector<float> coverage_;  // [H, W]
  Box box_;
};

// Appends the points of a Catmull-Rom spline through `points` to `path`, with `pieces` line
// segments between two neighbours. With `closed` the curve returns to its first point. Two points
// give a straight line. Allocates only while `path` grows.
void append_spline(std::span<const Point> points, bool closed, std::size_t pieces,
                   std::vector<Point>& path);

}  // namespace anneal
