// Rasteriser for filled outlines with exact area coverage. Each edge adds, row by row, the share of
// each pixel that lies to its right: positive for edges that go down, negative for edges that go
// up. The sum over all edges is the share of the pixel inside the outline. The cost is one pass
// along the outline and one over its bounding box. An inner outline with the opposite direction
// cuts a hole. Left out: outlines that cross themselves.
//
// Uses only + - * /, which every build rounds alike.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "data/stroke_raster.h"

namespace anneal {

class AreaRaster {
 public:
  AreaRaster(std::size_t height, std::size_t width);

  // Adds a closed outline; the last point is joined to the first. Parts outside the image are
  // clipped.
  void add_outline(std::span<const Point> points);

  // To be called once after the last outline, before coverage is read.
  void finish();

  // The pixels that may have coverage above 0.
  StrokeRaster::Box box() const { return box_; }

  // Coverage of a row of pixels, [W], in [0, 1]. To be called after finish().
  const float* row(std::size_t index) const { return cells_.data() + index * stride_; }

  // Resets all coverage to 0.
  void clear();

 private:
  void add_edge(Point from, Point to);
  void add_to_row(float* cells, float from_x, float to_x, float height);

  std::size_t height_;
  std::size_t width_;
  std::size_t stride_;        // width + 1: one cell for the area to the right of the image
  std::vector<float> cells_;  // [H, W + 1]: differences between neighbours; after finish() coverage
  StrokeRaster::Box box_;
};

}  // namespace anneal
