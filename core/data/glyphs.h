// The data set that needs no file: digits written by a pen that varies in style, stroke, slant and
// pressure, on a noisy ground with stray strokes, so that a small network has something to learn
// and something left to get wrong.
// Left out: fonts, and any digit that was taken from elsewhere.
#pragma once

#include <cstddef>
#include <cstdint>

#include "data/dataset.h"

namespace anneal {

inline constexpr std::size_t kGlyphSide = 28;
inline constexpr std::size_t kGlyphClasses = 10;

// How far the digits vary: what makes them easy or hard to tell apart. Standard deviations belong
// to bell-shaped draws that end at three of them; 0 switches a variation off.
struct GlyphOptions {
  double rotation = 0.06;   // standard deviation of the angle, in radians
  double slant = 0.1;       // ... of the horizontal shear, as a tangent
  double scale = 0.06;      // ... of the size, and again of width against height, as a share
  double shift = 0.6;       // ... of the position down and across, in pixels
  double wobble = 3;        // ... of every control point, in 1/140 of the digit's height
  double careless = 0.5;    // share of digits on the way to one that they are mistaken for
  double reach = 0.57;      // ... which go at most this share of the way
  std::size_t clutter = 1;  // stray strokes: 0 .. clutter of them
  double ground = 0.15;     // brightest ground behind the digits, as a share of full brightness
  double ink = 0.9;         // faintest digit, as a share of full brightness
  double thin = 0.9;        // radius of the finest pen, in pixels
  double thick = 1.8;       // radius of the broadest
  double noise = 0.09;      // ... of the noise of a pixel, as a share of full brightness
  double distortion = 1;    // multiplies rotation, slant, scale, shift and wobble
};

// Which digit image `index` shows. Every ten images from a multiple of ten hold each digit once, in
// an order of their own (stream "glyph classes"), so that any stretch of images is balanced.
std::uint16_t glyph_label(std::uint64_t seed, std::uint64_t index);

// Writes image `index`, [28, 28, 1], bright on dark: a pure function of its arguments (stream
// "glyphs"), the same bytes in every build.
void draw_glyph(std::uint64_t seed, std::uint64_t index, const GlyphOptions& options,
                std::uint8_t* image);

// The first `count` images and their labels: stored where they take at most `stored_bytes`, else
// drawn anew whenever they are looked at. Throws ErrorKind::memory if they cannot be held.
Dataset glyphs(std::size_t count, std::uint64_t seed, const GlyphOptions& options = {},
               std::uint64_t stored_bytes = kDatasetByteLimit);

}  // namespace anneal
