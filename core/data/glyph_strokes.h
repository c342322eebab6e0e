// How the ten digits are written: for each digit several styles, for each style the control points
// of its pen strokes. Left out: everything that varies from image to image.
#pragma once

#include <cstddef>
#include <span>

#include "data/stroke_raster.h"

namespace anneal {

struct GlyphStroke {
  std::span<const Point> points;  // on a sheet 100 wide and 140 high, y downwards
  bool closed = false;            // the curve returns to its first point
};

using GlyphStyle = std::span<const GlyphStroke>;

// The styles of digit 0 .. 9; at least two each.
std::span<const GlyphStyle> glyph_styles(std::size_t digit);

// Two ways of writing that pass into each other: both have the same strokes with the same numbers
// of points, so that whatever lies between them can be drawn.
struct GlyphConfusion {
  GlyphStyle own;    // the digit that was asked about
  GlyphStyle other;  // one that it is mistaken for, such as 7 for 1 or 9 for 4
};

// The confusions of digit 0 .. 9; at least one each.
std::span<const GlyphConfusion> glyph_confusions(std::size_t digit);

}  // namespace anneal
