// The shapes of the ten digits: several styles for each digit, given by the control points of pen
// strokes.
#pragma once

#include <cstddef>
#include <span>

#include "data/stroke_raster.h"

namespace anneal {

struct GlyphStroke {
  std::span<const Point> points;  // in a box 100 wide and 140 high, y downwards
  bool closed = false;            // the curve returns to its first point
};

using GlyphStyle = std::span<const GlyphStroke>;

// The styles of digit 0 .. 9; at least two each.
std::span<const GlyphStyle> glyph_styles(std::size_t digit);

// Two styles of different digits with the same strokes and numbers of points, so that shapes
// between them can be drawn.
struct GlyphConfusion {
  GlyphStyle own;    // of the given digit
  GlyphStyle other;  // of a digit that it is mistaken for, such as 7 for 1 or 9 for 4
};

// The pairs of digit 0 .. 9; at least one each.
std::span<const GlyphConfusion> glyph_confusions(std::size_t digit);

}  // namespace anneal
