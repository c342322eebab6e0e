// The outlines of the figures in the shapes data set.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "data/stroke_raster.h"

namespace anneal {

// A part of an outline: a smooth curve through its points, or line segments between them.
struct OutlinePiece {
  std::span<const Point> points;
  bool smooth = false;
  bool closed = false;  // a smooth piece that is a whole outline
};

// The pieces form a closed curve: each starts where the one before ends.
using Outline = std::span<const OutlinePiece>;

struct ShapeFigure {
  std::string_view name;
  std::span<const Outline>
      outlines;  // y downwards, within 1 of the origin; a second outline is a hole
};

inline constexpr std::size_t kShapeFigures = 20;

// Figure 0 .. 19. The first ten are the easiest to tell apart.
const ShapeFigure& shape_figure(std::size_t index);

// Appends the points of an outline to `path`, with `pieces` line segments between two points of a
// smooth piece. Allocates only while `path` grows.
void append_outline(Outline outline, std::size_t pieces, std::vector<Point>& path);

}  // namespace anneal
