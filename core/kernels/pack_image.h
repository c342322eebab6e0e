// Packers (see packed_gemm.h) for the three products of a convolution. They read images, gradients
// and filters, one group of channels at a time.
#pragma once

#include <algorithm>
#include <cstddef>

#include "kernels/conv2d.h"
#include "kernels/pack_matrix.h"
#include "kernels/tile.h"

namespace anneal::kernels {

// The t in [0, taps) for which start + t * dilation lies in [0, size).
struct TapRange {
  std::size_t first, end;
};

inline TapRange taps_inside(std::ptrdiff_t start, std::size_t taps, std::size_t dilation,
                            std::size_t size) {
  const auto step = static_cast<std::ptrdiff_t>(dilation);
  const std::ptrdiff_t first = start >= 0 ? 0 : (-start + step - 1) / step;
  const std::ptrdiff_t beyond = static_cast<std::ptrdiff_t>(size) - start;
  const std::ptrdiff_t end = beyond <= 0 ? 0 : (beyond + step - 1) / step;
  const auto clamp = [taps](std::ptrdiff_t t) {
    return static_cast<std::size_t>(
        std::clamp<std::ptrdiff_t>(t, 0, static_cast<std::ptrdiff_t>(taps)));
  };
  return {std::min(clamp(first), clamp(end)), clamp(end)};
}

// A of the forward pass: row = output pixel (n, i, j), column = (a, b, c), value = input under tap
// (a, b).
template <class T>
struct PackPatches {
  const Conv2dGeometry& g;
  const T* input;  // at the first channel of the group

  void operator()(T* panel, std::size_t row, std::size_t rows, std::size_t k,
                  std::size_t depth) const {
    for (std::size_t r = 0; r < rows; ++r) pack_row(panel + r, row + r, k, depth);
  }

 private:
  void pack_row(T* line, std::size_t pixel, std::size_t k, std::size_t depth) const {
    const std::size_t j = pixel % g.out_width;
    const std::size_t i = pixel / g.out_width % g.out_height;
    const std::size_t n = pixel / g.out_width / g.out_height;
    const T* image = input + n * g.height * g.width * g.channels;
    const auto top =
        static_cast<std::ptrdiff_t>(i * g.stride_height) - static_cast<std::ptrdiff_t>(g.pad_top);
    const auto left =
        static_cast<std::ptrdiff_t>(j * g.stride_width) - static_cast<std::ptrdiff_t>(g.pad_left);
    const std::size_t tap_row = g.kernel_width * g.group_channels();
    for (std::size_t done = 0; done < depth;) {
      const std::size_t a = (k + done) / tap_row;
      const std::size_t from = (k + done) % tap_row;
      const std::size_t count = std::min(tap_row - from, depth - done);
      const std::ptrdiff_t y = top + static_cast<std::ptrdiff_t>(a * g.dilation_height);
      const bool inside = y >= 0 && y < static_cast<std::ptrdiff_t>(g.height);
      pack_tap_row(line + done * kRows,
                   inside ? image + static_cast<std::size_t>(y) * g.width * g.channels : nullptr,
                   left, from, count);
      done += count;
    }
  }

  // Columns [from, from + count) of the (b, c) in one row of taps; image_row is null outside the
  // image.
  void pack_tap_row(T* line, const T* image_row, std::ptrdiff_t left, std::size_t from,
                    std::size_t count) const {
    const std::size_t channels = g.group_channels();
    TapRange taps = {0, 0};
    if (image_row != nullptr) {
      taps = taps_inside(left, g.kernel_width, g.dilation_width, g.width);
    }
    const std::size_t end = from + count;
    const std::size_t first_inside = std::clamp(taps.first * channels, from, end);
    const std::size_t end_inside = std::clamp(taps.end * channels, first_inside, end);
    for (std::size_t x = from; x < first_inside; ++x) line[(x - from) * kRows] = T(0);
    for (std::size_t x = end_inside; x < end; ++x) line[(x - from) * kRows] = T(0);
    if (g.dilation_width == 1 && g.groups == 1) {
      // Neighbouring taps are contiguous in memory: one run covers them all.
      if (first_inside < end_inside) {
        const std::ptrdiff_t start = left * static_cast<std::ptrdiff_t>(channels) +
                                     static_cast<std::ptrdiff_t>(first_inside);
        store_strided<kRows>(line + (first_inside - from) * kRows, image_row + start,
                             end_inside - first_inside);
      }
      return;
    }
    for (std::size_t x = first_inside; x < end_inside;) {
      const std::size_t b = x / channels, c = x % channels;
      const std::size_t run = std::min(channels - c, end_inside - x);
      const std::ptrdiff_t column = left + static_cast<std::ptrdiff_t>(b * g.dilation_width);
      store_strided<kRows>(line + (x - from) * kRows,
                           image_row + column * static_cast<std::ptrdiff_t>(g.channels) + c, run);
      x += run;
    }
  }
};

// A of the filter gradient: row = (a, b, c), column = output pixel; the transposed patches.
template <class T>
struct PackPatchesTransposed {
  const Conv2dGeometry& g;
  const T* input;  // at the first channel of the group

  void operator()(T* panel, std::size_t row, std::size_t rows, std::size_t k,
                  std::size_t depth) const {
    for (std::size_t r = 0; r < rows; ++r) pack_tap(panel + r, row + r, k, depth);
  }

 private:
  // The input under tap and channel `row` for output pixels [k, k + depth).
  void pack_tap(T* line, std::size_t row, std::size_t k, std::size_t depth) const {
    const std::size_t c = row % g.group_channels();
    const std::size_t b = row / g.group_channels() % g.kernel_width;
    const std::size_t a = row / g.group_channels() / g.kernel_width;
    const auto left =
        static_cast<std::ptrdiff_t>(b * g.dilation_width) - static_cast<std::ptrdiff_t>(g.pad_left);
    const TapRange columns = taps_inside(left, g.out_width, g.stride_width, g.width);
    const std::size_t step = g.stride_width * g.channels;
    for (std::size_t done = 0; done < depth;) {
      const std::size_t j = (k + done) % g.out_width;
      const std::size_t line_number = (k + done) / g.out_width;
      const std::size_t end = std::min(g.out_width, j + depth - done);
      const std::size_t i = line_number % g.out_height;
      const std::size_t n = line_number / g.out_height;
      const auto y = static_cast<std::ptrdiff_t>(i * g.stride_height + a * g.dilation_height) -
                     static_cast<std::ptrdiff_t>(g.pad_top);
      const bool inside = y >= 0 && y < static_cast<std::ptrdiff_t>(g.height);
      const std::size_t first_inside = inside ? std::clamp(columns.first, j, end) : end;
      const std::size_t end_inside = inside ? std::clamp(columns.end, first_inside, end) : end;
      T* target = line + done * kRows;
      for (std::size_t x = j; x < first_inside; ++x) target[(x - j) * kRows] = T(0);
      for (std::size_t x = end_inside; x < end; ++x) target[(x - j) * kRows] = T(0);
      if (first_inside < end_inside) {
        const std::size_t line_start = (n * g.height + static_cast<std::size_t>(y)) * g.width;
        const std::ptrdiff_t column = static_cast<std::ptrdiff_t>(line_start) + left;
        const T* source = input + (column * static_cast<std::ptrdiff_t>(g.channels) +
                                   static_cast<std::ptrdiff_t>(first_inside * step + c));
        for (std::size_t x = first_inside; x < end_inside; ++x, source += step) {
          target[(x - j) * kRows] = *source;
        }
      }
      done += end - j;
    }
  }
};

// A of the input gradient: row = input pixel (n, y, x), column = (a, b, f), value = gradient of the
// output pixel that reads the input pixel under tap (a, b).
template <class T>
struct PackOutputGradient {
  const Conv2dGeometry& g;
  const T* gradient;  // at the first filter of the group

  void operator()(T* panel, std::size_t row, std::size_t rows, std::size_t k,
                  std::size_t depth) const {
    for (std::size_t r = 0; r < rows; ++r) pack_row(panel + r, row + r, k, depth);
  }

 private:
  // The output coordinate that reads `position` under `tap`, or -1.
  static std::ptrdiff_t output_coordinate(std::size_t position, std::size_t tap, std::size_t pad,
                                          std::size_t stride, std::size_t size) {
    if (position + pad < tap) return -1;
    const std::size_t offset = position + pad - tap;
    if (offset % stride != 0 || offset / stride >= size) return -1;
    return static_cast<std::ptrdiff_t>(offset / stride);
  }

  void pack_row(T* line, std::size_t pixel, std::size_t k, std::size_t depth) const {
    const std::size_t x = pixel % g.width;
    const std::size_t y = pixel / g.width % g.height;
    const std::size_t n = pixel / g.width / g.height;
    const std::size_t filters = g.group_filters();
    for (std::size_t done = 0; done < depth;) {
      const std::size_t tap = (k + done) / filters;
      const std::size_t f = (k + done) % filters;
      const std::size_t run = std::min(filters - f, depth - done);
      const std::ptrdiff_t i = output_coordinate(y, tap / g.kernel_width * g.dilation_height,
                                                 g.pad_top, g.stride_height, g.out_height);
      const std::ptrdiff_t j = output_coordinate(x, tap % g.kernel_width * g.dilation_width,
                                                 g.pad_left, g.stride_width, g.out_width);
      T* target = line + done * kRows;
      if (i < 0 || j < 0) {
        for (std::size_t d = 0; d < run; ++d) target[d * kRows] = T(0);
      } else {
        const std::size_t output_pixel =
            (n * g.out_height + static_cast<std::size_t>(i)) * g.out_width +
            static_cast<std::size_t>(j);
        store_strided<kRows>(target, gradient + output_pixel * g.filters + f, run);
      }
      done += run;
    }
  }
};

// B of the input gradient: row = (a, b, f), column = c, value = w[a, b, c, f]. With `reversed` the
// taps are in reverse order, which makes the gradient a correlation.
template <class T>
struct PackFiltersTransposed {
  const Conv2dGeometry& g;
  const T* filters;  // at the first filter of the group
  bool reversed = false;

  void operator()(T* panel, std::size_t column, std::size_t columns, std::size_t k,
                  std::size_t depth) const {
    const std::size_t group_filters = g.group_filters();
    for (std::size_t done = 0; done < depth;) {
      const std::size_t position = (k + done) / group_filters;
      const std::size_t tap = reversed ? g.kernel_height * g.kernel_width - 1 - position : position;
      const std::size_t f = (k + done) % group_filters;
      const std::size_t run = std::min(group_filters - f, depth - done);
      for (std::size_t c = 0; c < columns; ++c) {
        const T* source = filters + (tap * g.group_channels() + column + c) * g.filters + f;
        store_strided<kColumns<T>>(panel + done * kColumns<T> + c, source, run);
      }
      done += run;
    }
  }
};

}  // namespace anneal::kernels
