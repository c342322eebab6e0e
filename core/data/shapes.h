// Generated data set of coloured figures on a cluttered background: up to 224 x 224 pixels and
// 1,000 classes. Each image has one figure that determines its class.
#pragma once

#include <cstddef>
#include <cstdint>

#include "data/dataset.h"

namespace anneal {

inline constexpr std::size_t kShapeClasses = 1000;
inline constexpr std::size_t kSmallestShapeSide = 16;
inline constexpr std::size_t kLargestShapeSide = 224;

// Data sets up to this size are stored. Larger ones are drawn on demand and need memory for one
// image only.
inline constexpr std::uint64_t kStoredShapeBytes = std::uint64_t{256} << 20;

// The number of classes decides whether figure, colour and pattern matter, see shape_style.h.
struct ShapeOptions {
  std::size_t size = 32;     // side in pixels: an even number in 16 .. 224
  std::size_t classes = 10;  // 2 .. 1000
  // Random pieces: 3 .. clutter behind the figure (0 .. clutter where clutter < 3), and 0 ..
  // clutter / 3 in front of it.
  std::size_t clutter = 7;
  double noise = 0.05;    // standard deviation of the noise of a byte, as a share of 255
  double distortion = 1;  // factor for rotation and shift of the figure
};

// Throws ErrorKind::experiment at data.size or data.classes for a value outside its range.
void check_shape_options(const ShapeOptions& options);

// The class of image `index`. Each block of `classes` images shows each class once in random order
// (stream "shape classes").
std::uint16_t shape_label(std::uint64_t seed, std::uint64_t index, std::size_t classes);

// Writes image `index`, [size, size, 3]. A pure function of its arguments (stream "shapes"),
// bit-identical in every build.
void draw_shape(std::uint64_t seed, std::uint64_t index, const ShapeOptions& options,
                std::uint8_t* image);

// The first `count` images and their labels. They are stored where they take at most
// `stored_bytes`, else drawn on demand.
Dataset shapes(std::size_t count, std::uint64_t seed, const ShapeOptions& options = {},
               std::uint64_t stored_bytes = kStoredShapeBytes);

}  // namespace anneal
