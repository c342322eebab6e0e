// The outlines of the figures in the shapes data set. Left out: size, place, colour and pattern.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "data/stroke_raster.h"

namespace anneal {

// A stretch of an outline: a smooth curve through its points, or straight from one to the next.
struct OutlinePiece {
  std::span<const Point> points;
  bool smooth = false;
  bool closed = false;  // a smooth piece that is a whole outline by itself
};

// The pieces follow each other round; the last ends where the first began.
using Outline = std::span<const OutlinePiece>;

struct ShapeFigure {
  std::string_view name;
  std::span<const Outline> outlines;  // y downwards, within 1 of the origin; a second one is a hole
};

inline constexpr std::size_t kShapeFigures = 20;

// Figure 0 .. 19. The first ten are the easiest to tell apart.
const ShapeFigure& shape_figure(std::size_t index);

// Appends an outline's points to `path`, a smooth stretch between two points in `pieces` straight
// ones. Nothing is allocated once `path` has grown.
void append_outline(Outline outline, std::size_t pieces, std::vector<Point>& path);

}  // namespace anneal
