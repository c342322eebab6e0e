// Convolution products that read the image directly, without packing it. With few filters, packing
// costs as much as the product: each value of a patch is used once per vector of filters, twice in
// a layer of eight filters. A broadcast from the image is as fast as one from a packed panel.
#pragma once

#include <algorithm>
#include <cstddef>

#include "kernels/image_block.h"
#include "kernels/packed_gemm.h"
#include "kernels/tile.h"
#include "parallel/thread_pool.h"

namespace anneal::kernels {

// One tile: kRows pixels times one panel of filters, over the whole depth. `pixels` points to the
// windows; b is packed as for multiply_tile.
template <class T>
inline void correlate_tile(const T* const* pixels, const Correlation& correlation,
                           std::size_t row_step, const T* b, T* c, std::size_t c_stride,
                           Epilogue<T> epilogue) {
  using V = Vector<T>;
  const std::size_t run = correlation.run();
  TileSums<T> sum = {};
  const T* row[kRows];
  for (std::size_t r = 0; r < kRows; ++r) row[r] = pixels[r];
  for (std::size_t a = 0; a < correlation.kernel_height; ++a) {
    for (std::size_t x = 0; x < run; ++x) {
      V columns[kVectors];
      for (std::size_t v = 0; v < kVectors; ++v) columns[v] = V::load_aligned(b + v * V::size);
      for (std::size_t r = 0; r < kRows; ++r) {
        const V value(row[r][x]);
        for (std::size_t v = 0; v < kVectors; ++v) {
          sum[r][v] = multiply_add(value, columns[v], sum[r][v]);
        }
      }
      b += kColumns<T>;
    }
    for (std::size_t r = 0; r < kRows; ++r) row[r] += row_step;
  }
  finish_tile(sum, c, c_stride, epilogue);
}

// The same for a tile of which only `rows` x `columns` lie inside C.
template <class T>
void correlate_edge_tile(const T* const* pixels, const Correlation& correlation,
                         std::size_t row_step, const T* b, T* c, std::size_t c_stride,
                         std::size_t rows, std::size_t columns, Epilogue<T> epilogue) {
  alignas(64) T tile[kRows * kColumns<T>];
  alignas(64) T bias[kColumns<T>] = {};
  if (epilogue.bias != nullptr) {
    std::copy_n(epilogue.bias, columns, bias);
    epilogue.bias = bias;
  }
  correlate_tile(pixels, correlation, row_step, b, tile, kColumns<T>, epilogue);
  for (std::size_t r = 0; r < rows; ++r) {
    std::copy_n(tile + r * kColumns<T>, columns, c + r * c_stride);
  }
}

// One block of pixels times `columns` filters, whose panels are contiguous in b.
template <class T>
void correlate_block(const Correlation& correlation, const ImageBlock<T>& block, const T* b,
                     std::size_t columns, T* c, std::size_t c_stride, Epilogue<T> epilogue) {
  for (std::size_t j = 0; j < columns; j += kColumns<T>, b += correlation.taps() * kColumns<T>) {
    Epilogue<T> tile_epilogue = epilogue;
    if (epilogue.bias != nullptr) tile_epilogue.bias += j;
    const std::size_t width = std::min(kColumns<T>, columns - j);
    for (std::size_t p = 0; p < block.pixels; p += kRows) {
      const std::size_t rows = std::min(kRows, block.pixels - p);
      const T* pixels[kRows];
      for (std::size_t r = 0; r < kRows; ++r) {
        pixels[r] = block.plane + block.offsets[p + std::min(r, rows - 1)];
      }
      T* const tile = c + (block.first + p) * c_stride + j;
      if (rows == kRows && width == kColumns<T>) {
        correlate_tile(pixels, correlation, block.row_step, b, tile, c_stride, tile_epilogue);
      } else {
        correlate_edge_tile(pixels, correlation, block.row_step, b, tile, c_stride, rows, width,
                            tile_epilogue);
      }
    }
  }
}

// C[pixel, j] = sum over taps of image * B[tap, j] for j < n; pack_b packs B. Returns false,
// without doing anything, where a block of the image or a panel of B is too large.
template <class T, class PackB>
bool direct_correlate(const Correlation& correlation, std::size_t batch, const T* image,
                      const PackB& pack_b, std::size_t n, T* c, std::size_t c_stride,
                      Epilogue<T> epilogue) {
  const BlockPlan plan = plan_blocks(correlation);
  const std::size_t taps = correlation.taps();
  const std::size_t most_panels = kColumnBlock * kDepth / (taps * kColumns<T>);
  if (plan.rows == 0 || most_panels == 0) return false;
  T* const b = detail::packed_b<T>();
  const std::size_t step = std::min(n, most_panels * kColumns<T>);
  for (std::size_t j = 0; j < n; j += step) {
    const std::size_t columns = std::min(step, n - j);
    detail::pack_panels<kColumns<T>>(pack_b, b, j, columns, 0, taps);
    Epilogue<T> part = epilogue;
    if (part.bias != nullptr) part.bias += j;
    parallel_for(plan.count(batch), [&](std::size_t index) {
      ImageBlock<T> block;
      fill_block(correlation, plan, batch, image, index, detail::packed_a<T>(), block);
      correlate_block(correlation, block, b, columns, c + j, c_stride, part);
    });
  }
  return true;
}

// One tile: kRows taps times one panel of filters, summed over the pixels of a block: sum[r] = sum
// over p of plane[offsets[p] + taps[r]] b[p * b_stride ...]. With kNeighbours, taps[r] = taps[0] +
// r.
template <bool kNeighbours, class T>
inline void accumulate_tile(const ImageBlock<T>& block, const std::size_t* taps, const T* b,
                            std::size_t b_stride, T* c, std::size_t c_stride) {
  using V = Vector<T>;
  TileSums<T> sum = {};
  const T* row[kRows];
  for (std::size_t r = 0; r < kRows; ++r) row[r] = block.plane + taps[r];
  for (std::size_t p = 0; p < block.pixels; ++p, b += b_stride) {
    const std::size_t offset = block.offsets[p];
    V columns[kVectors];
    for (std::size_t v = 0; v < kVectors; ++v) columns[v] = V::load_unaligned(b + v * V::size);
    for (std::size_t r = 0; r < kRows; ++r) {
      const V value(kNeighbours ? (row[0] + offset)[r] : row[r][offset]);
      for (std::size_t v = 0; v < kVectors; ++v) {
        sum[r][v] = multiply_add(value, columns[v], sum[r][v]);
      }
    }
  }
  for (std::size_t r = 0; r < kRows; ++r) {
    for (std::size_t v = 0; v < kVectors; ++v) {
      T* const target = c + r * c_stride + v * V::size;
      (V::load_unaligned(target) + sum[r][v]).store_unaligned(target);
    }
  }
}

// Adds the contribution of one block to kRows taps from `tap` on and one panel of `columns`
// filters.
template <class T>
void accumulate_taps(const Correlation& correlation, const ImageBlock<T>& block, std::size_t tap,
                     const T* b, std::size_t b_stride, std::size_t columns, T* c,
                     std::size_t c_stride) {
  const std::size_t run = correlation.run();
  const std::size_t rows = std::min(kRows, correlation.taps() - tap);
  std::size_t taps[kRows];
  for (std::size_t r = 0; r < kRows; ++r) {
    const std::size_t t = tap + std::min(r, rows - 1);
    taps[r] = t / run * block.row_step + t % run;
  }
  if (rows == kRows && columns == kColumns<T>) {
    if (tap % run + kRows <= run) {
      accumulate_tile<true>(block, taps, b, b_stride, c, c_stride);
    } else {
      accumulate_tile<false>(block, taps, b, b_stride, c, c_stride);
    }
    return;
  }
  alignas(64) T tile[kRows * kColumns<T>] = {};
  accumulate_tile<false>(block, taps, b, b_stride, tile, kColumns<T>);
  for (std::size_t r = 0; r < rows; ++r) {
    for (std::size_t x = 0; x < columns; ++x) c[r * c_stride + x] += tile[r * kColumns<T> + x];
  }
}

// The filter gradient [taps, n] from the output gradient [pixels, n]. Each block is summed on its
// own, and blocks are added in order. Threads divide the tiles of the result, so that the bits do
// not depend on their number. Returns false, without doing anything, where a block is too large.
template <class T>
bool direct_filter_gradient(const Correlation& correlation, std::size_t batch, const T* image,
                            const T* output_gradient, std::size_t n, T* filter_gradient) {
  const BlockPlan plan = plan_blocks(correlation);
  if (plan.rows == 0) return false;
  const std::size_t tap_tiles = detail::ceil_divide(correlation.taps(), kRows);
  const std::size_t tiles = tap_tiles * detail::ceil_divide(n, kColumns<T>);
  const std::size_t parts = std::min(tiles, thread_count());
  std::fill_n(filter_gradient, correlation.taps() * n, T(0));
  parallel_for(parts, [&](std::size_t part) {
    ImageBlock<T> block;
    for (std::size_t index = 0; index < plan.count(batch); ++index) {
      fill_block(correlation, plan, batch, image, index, detail::packed_a<T>(), block);
      const T* const gradient = output_gradient + block.first * n;
      for (std::size_t tile = tiles * part / parts; tile < tiles * (part + 1) / parts; ++tile) {
        const std::size_t tap = tile % tap_tiles * kRows;
        const std::size_t j = tile / tap_tiles * kColumns<T>;
        const std::size_t columns = std::min(kColumns<T>, n - j);
        const T* b = gradient + j;
        std::size_t b_stride = n;
        if (columns < kColumns<T>) {
          b = detail::packed_b<T>();
          b_stride = kColumns<T>;
          if (tap == 0 || tile == tiles * part / parts) {
            for (std::size_t p = 0; p < block.pixels; ++p) {
              T* const line = detail::packed_b<T>() + p * kColumns<T>;
              std::fill(std::copy_n(gradient + p * n + j, columns, line), line + kColumns<T>, T(0));
            }
          }
        }
        accumulate_taps(correlation, block, tap, b, b_stride, columns,
                        filter_gradient + tap * n + j, n);
      }
    }
  });
  return true;
}

}  // namespace anneal::kernels
