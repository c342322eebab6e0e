// Generated data set of handwritten-looking digits that needs no file. Digits vary in style,
// stroke, slant and width and are drawn on a noisy background with stray strokes, so that a small
// network learns well but not perfectly.
#pragma once

#include <cstddef>
#include <cstdint>

#include "data/dataset.h"

namespace anneal {

inline constexpr std::size_t kGlyphSide = 28;
inline constexpr std::size_t kGlyphClasses = 10;

// Variation of the digits. Standard deviations are those of approximate_normal(), which ends at
// three of them; 0 disables a variation.
struct GlyphOptions {
  double rotation = 0.06;   // standard deviation of the angle, in radians
  double slant = 0.1;       // ... of the horizontal shear (a tangent)
  double scale = 0.06;      // ... of the size, and again of the aspect ratio, as a share
  double shift = 0.6;       // ... of the position on each axis, in pixels
  double wobble = 3;        // ... of each control point, in 1/140 of the digit's height
  double careless = 0.5;    // share of digits that are morphed towards one they are mistaken for
  double max_morph = 0.57;  // ... by at most this share
  std::size_t clutter = 1;  // largest number of stray strokes
  double max_background = 0.15;  // brightness in [0, 1]
  double min_brightness = 0.9;   // of a digit
  double min_radius = 0.9;       // of the pen, in pixels
  double max_radius = 1.8;
  double noise = 0.09;  // standard deviation of the noise of a pixel, as a share of full brightness
  double distortion = 1;  // factor for rotation, slant, scale, shift and wobble
};

// The digit of image `index`. Images 10 n .. 10 n + 9 show each digit once in random order (stream
// "glyph classes"), so that any range of images is balanced.
std::uint16_t glyph_label(std::uint64_t seed, std::uint64_t index);

// Writes image `index`, [28, 28, 1], bright on dark. A pure function of its arguments (stream
// "glyphs"), bit-identical in every build.
void draw_glyph(std::uint64_t seed, std::uint64_t index, const GlyphOptions& options,
                std::uint8_t* image);

// The first `count` images and their labels. They are stored where they take at most
// `stored_bytes`, else drawn on demand. Throws ErrorKind::memory where they are too large.
Dataset glyphs(std::size_t count, std::uint64_t seed, const GlyphOptions& options = {},
               std::uint64_t stored_bytes = kDatasetByteLimit);

}  // namespace anneal
