// Rasteriser for filled outlines with exact area coverage: every edge adds, row by row, the share
// of each pixel that lies to its right, positive downwards and negative upwards; the sum over all
// edges is the share that lies inside. The price is one pass along the outline and one over its
// box. Left out: colours and composing; outlines that cross themselves (an inner outline that runs
// the other way round cuts a hole).
//
// Only + - * / are used, which every build rounds alike.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "data/stroke_raster.h"

namespace anneal {

class AreaRaster {
 public:
  AreaRaster(std::size_t height, std::size_t width);

  // Adds a closed outline; the last point is joined to the first. Pixels outside are cut off.
  void add_outline(std::span<const Point> points);

  // To be called once after the last outline, before coverage is read.
  void finish();

  // The pixels that may have coverage above 0.
  StrokeRaster::Box box() const { return box_; }

  // Coverage in [0, 1] of a row of pixels: [W]; after finish().
  const float* row(std::size_t index) const { return cells_.data() + index * stride_; }

  // Back to no coverage.
  void clear();

 private:
  void add_edge(Point from, Point to);
  void add_to_row(float* cells, float from_x, float to_x, float height);

  std::size_t height_;
  std::size_t width_;
  std::size_t stride_;        // width and one cell for what lies to the right of the image
  std::vector<float> cells_;  // [H, W + 1]: differences from pixel to pixel, then coverage
  StrokeRaster::Box box_;
};

}  // namespace anneal
