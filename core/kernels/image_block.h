// Blocks of output pixels of a convolution with the part of the image that they read, arranged so
// that a kernel needs no bounds checks: for pixel p of a block, the value in row a of its window at
// x = b * channels + c is
//   plane[offsets[p] + a * row_step + x].
// Without padding the plane is the image itself. With padding it is a copy of a few rows including
// the zeros, far smaller than an im2col matrix. Left out: dilation and groups, whose windows are
// not contiguous.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "kernels/tile.h"

namespace anneal::kernels {

// The geometry of a cross-correlation. Padding may be negative: the first rows or columns are then
// not read by any window.
struct Correlation {
  std::size_t height, width, channels;  // of the image
  std::size_t out_height, out_width;
  std::size_t kernel_height, kernel_width;
  std::size_t stride_height, stride_width;
  std::ptrdiff_t pad_top, pad_left;

  std::size_t run() const { return kernel_width * channels; }
  std::size_t taps() const { return kernel_height * run(); }
  std::size_t plane_height(std::size_t rows) const {
    return (rows - 1) * stride_height + kernel_height;
  }
  std::size_t plane_width() const { return (out_width - 1) * stride_width + kernel_width; }
  bool inside() const {
    return pad_top == 0 && pad_left == 0 && plane_height(out_height) <= height &&
           plane_width() <= width;
  }
};

// The largest number of pixels in a block, and the number to reach by joining small images, so that
// the last, partly filled tile does not matter.
inline constexpr std::size_t kMaxPixels = 1024;
inline constexpr std::size_t kTargetPixels = 96;

// The largest number of values in a plane: it stays in L2 together with the filters.
inline constexpr std::size_t kMaxPlaneValues = kRowBlock * kDepth;

// How a batch is divided into blocks: `rows` rows of one image, or `samples` whole images.
struct BlockPlan {
  std::size_t rows = 0;  // 0: a single row is too large
  std::size_t samples = 1;
  std::size_t parts = 1;  // blocks per image

  std::size_t count(std::size_t batch) const { return (batch + samples - 1) / samples * parts; }
};

inline BlockPlan plan_blocks(const Correlation& c) {
  const auto plane = [&](std::size_t rows) {
    return c.plane_height(rows) * c.plane_width() * c.channels;
  };
  const auto fits = [&](std::size_t rows) {
    return rows * c.out_width <= kMaxPixels && plane(rows) <= kMaxPlaneValues;
  };
  BlockPlan plan;
  while (plan.rows < c.out_height && fits(plan.rows + 1)) ++plan.rows;
  if (plan.rows == 0) return plan;
  plan.parts = (c.out_height + plan.rows - 1) / plan.rows;
  plan.rows = (c.out_height + plan.parts - 1) / plan.parts;
  if (plan.parts > 1) return plan;
  const std::size_t pixels = plan.rows * c.out_width;
  plan.samples =
      std::clamp<std::size_t>(kTargetPixels / pixels, 1, kMaxPlaneValues / plane(plan.rows));
  return plan;
}

template <class T>
struct ImageBlock {
  const T* plane;
  std::size_t row_step;
  std::size_t first;   // index of the first output pixel, counted over the batch
  std::size_t pixels;  // number of output pixels, which are consecutive
  std::uint32_t offsets[kMaxPixels];
};

// Copies one row of a padded plane; `source` is null outside the image.
template <class T>
void copy_plane_row(const Correlation& c, const T* source, T* target) {
  const auto width = static_cast<std::ptrdiff_t>(c.plane_width());
  const auto image_width = static_cast<std::ptrdiff_t>(c.width);
  const auto channels = static_cast<std::ptrdiff_t>(c.channels);
  const std::ptrdiff_t first =
      source == nullptr ? width : std::clamp<std::ptrdiff_t>(c.pad_left, 0, width);
  const std::ptrdiff_t end = std::clamp<std::ptrdiff_t>(c.pad_left + image_width, first, width);
  std::fill(target, target + first * channels, T(0));
  if (first < end) {
    std::copy_n(source + (first - c.pad_left) * channels, (end - first) * channels,
                target + first * channels);
  }
  std::fill(target + end * channels, target + width * channels, T(0));
}

// Fills block `index`. `space` has room for kMaxPlaneValues values.
template <class T>
void fill_block(const Correlation& c, const BlockPlan& plan, std::size_t batch, const T* image,
                std::size_t index, T* space, ImageBlock<T>& block) {
  const std::size_t sample = index / plan.parts * plan.samples;
  const std::size_t samples = std::min(plan.samples, batch - sample);
  const std::size_t row = index % plan.parts * plan.rows;
  const std::size_t rows = std::min(plan.rows, c.out_height - row);
  const std::size_t plane_rows = c.plane_height(rows);
  const std::size_t image_size = c.height * c.width * c.channels;
  std::size_t sample_step;
  if (c.inside()) {
    block.row_step = c.width * c.channels;
    sample_step = image_size;
    block.plane = image + sample * image_size + row * c.stride_height * block.row_step;
  } else {
    block.row_step = c.plane_width() * c.channels;
    sample_step = plane_rows * block.row_step;
    block.plane = space;
    for (std::size_t n = 0; n < samples; ++n) {
      for (std::size_t y = 0; y < plane_rows; ++y, space += block.row_step) {
        const std::ptrdiff_t line =
            static_cast<std::ptrdiff_t>(row * c.stride_height + y) - c.pad_top;
        const bool inside = line >= 0 && line < static_cast<std::ptrdiff_t>(c.height);
        const T* const source = inside ? image + (sample + n) * image_size +
                                             static_cast<std::size_t>(line) * c.width * c.channels
                                       : nullptr;
        copy_plane_row(c, source, space);
      }
    }
  }
  block.first = (sample * c.out_height + row) * c.out_width;
  block.pixels = samples * rows * c.out_width;
  std::uint32_t* offset = block.offsets;
  for (std::size_t n = 0; n < samples; ++n) {
    for (std::size_t i = 0; i < rows; ++i) {
      const std::size_t line = n * sample_step + i * c.stride_height * block.row_step;
      for (std::size_t j = 0; j < c.out_width; ++j) {
        *offset++ = static_cast<std::uint32_t>(line + j * c.stride_width * c.channels);
      }
    }
  }
}

}  // namespace anneal::kernels
