// Rasteriser for pen strokes: smooth curves through control points, drawn as chains of capsules
// with a radius that changes along the way. A pixel's coverage comes from its distance to the
// capsule's axis, so edges are anti-aliased at the price of one square root for a pixel near them;
// only pixels in a capsule's bounding box are looked at.
// Left out: filling of areas, colours, and composing: whoever paints reads the coverage.
//
// Only + - * / and sqrt are used, which every build rounds alike.
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

  // Adds a straight piece with round ends of these radii; overlaps count once.
  void add_capsule(Point from, Point to, float from_radius, float to_radius);

  // The pixels that may have coverage above 0.
  Box box() const { return box_; }

  // Coverage in [0, 1] of a row of pixels: [W].
  const float* row(std::size_t index) const { return coverage_.data() + index * width_; }

  // Back to no coverage.
  void clear();

 private:
  std::size_t height_;
  std::size_t width_;
  std::vector<float> coverage_;  // [H, W]
  Box box_;
};

// Appends to `path` the points of a Catmull-Rom spline through `points`, `pieces` straight pieces
// between two neighbours. With `closed` the curve returns to its first point. Two points make a
// straight line. `path` is meant to be reused: nothing is allocated once it has grown.
void append_spline(std::span<const Point> points, bool closed, std::size_t pieces,
                   std::vector<Point>& path);

}  // namespace anneal
