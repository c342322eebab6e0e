// Coloured figures on cluttered ground, for networks that see colour: up to 224 x 224 pixels and
// 1,000 classes, made by the core from the seed.
// Left out: pictures of real things, and more than one figure that counts in an image.
#pragma once

#include <cstddef>
#include <cstdint>

#include "data/dataset.h"

namespace anneal {

inline constexpr std::size_t kShapeClasses = 1000;
inline constexpr std::size_t kSmallestShapeSide = 16;
inline constexpr std::size_t kLargestShapeSide = 224;

// Data sets up to this many bytes are stored; larger ones are drawn anew whenever they are looked
// at, so that 224 x 224 pixels need no more memory than one image.
inline constexpr std::uint64_t kStoredShapeBytes = std::uint64_t{256} << 20;

// With up to 20 classes only the figure counts, with up to 200 its colour too, and beyond that its
// pattern as well (shape_look.h).
struct ShapeOptions {
  std::size_t size = 32;     // side in pixels, 16 .. 224, a multiple of 2
  std::size_t classes = 10;  // 2 .. 1000
  std::size_t clutter = 7;   // pieces behind the figure: 3 .. clutter (fewer than 3: just as many
                             // or none); and up to a third as many in front of it
  double noise = 0.05;       // standard deviation of the noise of a byte, as a share of 255
  double distortion = 1;     // multiplies how far the figure is tilted and off the middle
};

// Throws ErrorKind::experiment under data.size or data.classes for a value outside of its range.
void check_shape_options(const ShapeOptions& options);

// Which class image `index` shows. Every `classes` images from a multiple of it hold each class
// once, in an order of their own (stream "shape classes").
std::uint16_t shape_label(std::uint64_t seed, std::uint64_t index, std::size_t classes);

// Writes image `index`, [size, size, 3]: a pure function of its arguments (stream "shapes"), the
// same bytes in every build.
void draw_shape(std::uint64_t seed, std::uint64_t index, const ShapeOptions& options,
                std::uint8_t* image);

// The first `count` images and their labels: stored where they take at most `stored_bytes`, else
// drawn on demand.
Dataset shapes(std::size_t count, std::uint64_t seed, const ShapeOptions& options = {},
               std::uint64_t stored_bytes = kStoredShapeBytes);

}  // namespace anneal
