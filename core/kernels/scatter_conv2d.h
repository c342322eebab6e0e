// The input gradient of a convolution, scattered from the output pixels: for each tap, the products
// of the output gradient with the filters of that tap are added to the input pixels that it reads.
// No product is computed twice or with a zero of the padding. The correlation with reversed filters
// (direct_conv2d.h) also computes windows that extend past the edge: for a 3 x 3 convolution from 6
// x 6 to 4 x 4 pixels more than half of the work. In exchange, each tile is loaded and stored once
// per tap. Supports strides and dilation. Left out: groups.
#pragma once

#include <algorithm>
#include <cstddef>

#include "kernels/conv2d.h"
#include "kernels/image_block.h"
#include "kernels/pack_image.h"
#include "kernels/packed_gemm.h"
#include "kernels/tile.h"
#include "parallel/thread_pool.h"

namespace anneal::kernels {

// target[r][j] += sum over d of source[r][d] b[d * kColumns + j], for a whole tile.
template <class T>
inline void scatter_tile(const T *const *source, std::size_t depth, const T *b, T *const *target) {
  using V = Vector<T>;
  TileSums<T> sum = {};
  const T *row[kRows];
  for (std::size_t r = 0; r < kRows; ++r) row[r] = source[r];
  for (std::size_t d = 0; d < depth; ++d, b += kColumns<T>) {
    V columns[kVectors];
    for (std::size_t v = 0; v < kVectors; ++v) columns[v] = V::load_aligned(b + v * V::size);
    for (std::size_t r = 0; r < kRows; ++r) {
      const V value(row[r][d]);
      for (std::size_t v = 0; v < kVectors; ++v) {
        sum[r][v] = multiply_add(value, columns[v], sum[r][v]);
      }
    }
  }
  for (std::size_t r = 0; r < kRows; ++r) {
    for (std::size_t v = 0; v < kVectors; ++v) {
      T *const place = target[r] + v * V::size;
      (V::load_unaligned(place) + sum[r][v]).store_unaligned(place);
    }
  }
}

// The same for a tile of which only `rows` x `columns` lie inside.
template <class T>
void scatter_edge_tile(const T *const *source, std::size_t depth, const T *b, T *const *target,
                       std::size_t rows, std::size_t columns) {
  alignas(64) T tile[kRows * kColumns<T>] = {};
  const T *sources[kRows];
  T *targets[kRows];
  for (std::size_t r = 0; r < kRows; ++r) {
    sources[r] = source[std::min(r, rows - 1)];
    targets[r] = tile + r * kColumns<T>;
  }
  scatter_tile(sources, depth, b, targets);
  for (std::size_t r = 0; r < rows; ++r) {
    for (std::size_t x = 0; x < columns; ++x) target[r][x] += tile[r * kColumns<T> + x];
  }
}

// The output pixels of each of `samples` images that read the image under one tap: rows [top,
// bottom), columns [left, right).
struct TapPixels {
  std::size_t samples, top, bottom, left, right;
};

// Adds one tap of one panel of `columns` channels from `column` on, for all of `pixels`.
template <class T>
void scatter_tap(const Conv2dGeometry &g, const TapPixels &pixels, std::size_t tap,
                 const T *gradient, const T *b, std::size_t column, std::size_t columns,
                 T *images) {
  const T *source[kRows];
  T *target[kRows];
  std::size_t rows = 0;
  const auto flush = [&] {
    if (rows == kRows && columns == kColumns<T>) {
      scatter_tile(source, g.filters, b, target);
    } else if (rows > 0) {
      scatter_edge_tile(source, g.filters, b, target, rows, columns);
    }
    rows = 0;
  };
  const std::size_t down = tap / g.kernel_width * g.dilation_height;
  const std::size_t across = tap % g.kernel_width * g.dilation_width;
  for (std::size_t n = 0; n < pixels.samples; ++n) {
    for (std::size_t i = pixels.top; i < pixels.bottom; ++i) {
      const std::size_t out_line = (n * g.out_height + i) * g.out_width;
      const std::size_t line =
          (n * g.height + i * g.stride_height + down - g.pad_top) * g.width + across - g.pad_left;
      for (std::size_t j = pixels.left; j < pixels.right; ++j) {
        source[rows] = gradient + (out_line + j) * g.filters;
        target[rows] = images + (line + j * g.stride_width) * g.channels + column;
        if (++rows == kRows) flush();
      }
    }
  }
  flush();
}

// All of `samples` images, for `columns` channels from `column` on, whose panels are contiguous in
// b. Large images are processed a few rows at a time, so that the rows stay in L1 for all taps.
template <class T>
void scatter_images(const Conv2dGeometry &g, std::size_t samples, const T *gradient, const T *b,
                    std::size_t column, std::size_t columns, T *images) {
  constexpr std::size_t kTargetValues = 8192;  // values of the output gradient
  const std::size_t taps = g.kernel_height * g.kernel_width;
  const std::size_t rows_in_cache =
      std::max<std::size_t>(kTargetValues / (g.out_width * g.filters), 1);
  const std::size_t step = samples > 1 ? g.out_height : std::min(rows_in_cache, g.out_height);
  for (std::size_t row = 0; row < g.out_height; row += step) {
    for (std::size_t j = 0; j < columns; j += kColumns<T>) {
      for (std::size_t tap = 0; tap < taps; ++tap) {
        const auto down = static_cast<std::ptrdiff_t>(tap / g.kernel_width * g.dilation_height) -
                          static_cast<std::ptrdiff_t>(g.pad_top);
        const auto across = static_cast<std::ptrdiff_t>(tap % g.kernel_width * g.dilation_width) -
                            static_cast<std::ptrdiff_t>(g.pad_left);
        const TapRange rows = taps_inside(down, g.out_height, g.stride_height, g.height);
        const TapRange places = taps_inside(across, g.out_width, g.stride_width, g.width);
        const TapPixels pixels = {samples, std::max(row, rows.first),
                                  std::min(row + step, rows.end), places.first, places.end};
        scatter_tap(g, pixels, tap, gradient, b + (j * taps + tap * kColumns<T>)*g.filters,
                    column + j, std::min(kColumns<T>, columns - j), images);
      }
    }
  }
}

// Returns false, without doing anything, where a panel of the filters is too large.
template <class T>
bool scatter_input_gradient(const Conv2dGeometry &g, std::size_t batch, const T *output_gradient,
                            const T *filters, T *input_gradient) {
  const std::size_t depth = g.kernel_height * g.kernel_width * g.filters;
  const std::size_t most_panels = kColumnBlock * kDepth / (depth * kColumns<T>);
  if (most_panels == 0) return false;
  const std::size_t image_size = g.height * g.width * g.channels;
  const std::size_t pixels = g.out_height * g.out_width;
  // Small images are joined, so that the last, partly filled tile does not matter.
  const std::size_t images_per_task = std::max<std::size_t>(kTargetPixels / pixels, 1);
  T *const b = detail::packed_b<T>();
  const std::size_t step = std::min(g.channels, most_panels * kColumns<T>);
  for (std::size_t j = 0; j < g.channels; j += step) {
    const std::size_t columns = std::min(step, g.channels - j);
    detail::pack_panels<kColumns<T>>(PackFiltersTransposed<T>{g, filters}, b, j, columns, 0, depth);
    parallel_for(detail::ceil_divide(batch, images_per_task), [&](std::size_t task) {
      const std::size_t first = task * images_per_task;
      const std::size_t samples = std::min(images_per_task, batch - first);
      T *const images = input_gradient + first * image_size;
      if (j == 0) std::fill_n(images, samples * image_size, T(0));
      scatter_images(g, samples, output_gradient + first * pixels * g.filters, b, j, columns,
                     images);
    });
  }
  return true;
}

}  // namespace anneal::kernels
