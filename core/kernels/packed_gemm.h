// The packed matrix product used by gemm and by every pass of a convolution, after Goto and van de
// Geijn, "Anatomy of high-performance matrix multiplication" (2008): operands are copied into
// panels in the order in which the micro-kernel reads them. A packer supplies the values of an
// operand, so that a convolution reads the image directly and needs no im2col matrix.
//
// A packer of A is called as pack(panel, row, rows, k, depth) and writes panel[d * kRows + r] for
// the `rows` <= kRows rows from `row` and the `depth` columns from `k`; a packer of B as
// pack(panel, column, columns, k, depth) and writes panel[d * kColumns + j]. The rest of the panel
// is zero beforehand.
#pragma once

#include <algorithm>
#include <cstddef>

#include "kernels/gemm.h"
#include "kernels/simd.h"
#include "kernels/tile.h"
#include "parallel/thread_pool.h"

namespace anneal::kernels {

// The accumulators of one tile.
template <class T>
using TileSums = Vector<T>[kRows][kVectors];

// Stores a finished tile; the bias of the epilogue points to its first column.
template <class T>
inline void finish_tile(const TileSums<T>& sum, T* c, std::size_t c_stride, Epilogue<T> epilogue) {
  using V = Vector<T>;
  for (std::size_t v = 0; v < kVectors; ++v) {
    const V bias =
        epilogue.bias != nullptr ? V::load_unaligned(epilogue.bias + v * V::size) : V(T(0));
    for (std::size_t r = 0; r < kRows; ++r) {
      V value = sum[r][v] + bias;
      // Not max(value, 0): NaN stays NaN, as in PyTorch, so that divergence is detected.
      if (epilogue.relu) value = xsimd::select(value < V(T(0)), V(T(0)), value);
      value.store_unaligned(c + r * c_stride + v * V::size);
    }
  }
}

// c[r * c_stride + j] (+)= sum over d of a[d * kRows + r] b[d * kColumns + j], for a whole tile.
// The epilogue is applied where `last`. The previous values of C are added at the end: loading them
// into the sums at the start would delay the first product by the latency of a distant cache.
template <class T>
inline void multiply_tile(std::size_t depth, const T* a, const T* b, T* c, std::size_t c_stride,
                          bool first, bool last, Epilogue<T> epilogue) {
  using V = Vector<T>;
  TileSums<T> sum = {};
  for (std::size_t d = 0; d < depth; ++d) {
    V columns[kVectors];
    for (std::size_t v = 0; v < kVectors; ++v) columns[v] = V::load_aligned(b + v * V::size);
    for (std::size_t r = 0; r < kRows; ++r) {
      const V row(a[r]);
      for (std::size_t v = 0; v < kVectors; ++v) {
        sum[r][v] = multiply_add(row, columns[v], sum[r][v]);
      }
    }
    a += kRows;
    b += kColumns<T>;
  }
  if (!first) {
    for (std::size_t r = 0; r < kRows; ++r) {
      for (std::size_t v = 0; v < kVectors; ++v) {
        sum[r][v] += V::load_unaligned(c + r * c_stride + v * V::size);
      }
    }
  }
  finish_tile(sum, c, c_stride, last ? epilogue : Epilogue<T>{});
}

// The same for a tile of which only `rows` x `columns` lie inside C; uses a temporary tile.
template <class T>
void multiply_edge_tile(std::size_t depth, const T* a, const T* b, T* c, std::size_t c_stride,
                        std::size_t rows, std::size_t columns, bool first, bool last,
                        Epilogue<T> epilogue) {
  alignas(64) T tile[kRows * kColumns<T>] = {};
  alignas(64) T bias[kColumns<T>] = {};
  if (epilogue.bias != nullptr) {
    std::copy_n(epilogue.bias, columns, bias);
    epilogue.bias = bias;
  }
  if (!first) {
    for (std::size_t r = 0; r < rows; ++r) {
      std::copy_n(c + r * c_stride, columns, tile + r * kColumns<T>);
    }
  }
  multiply_tile(depth, a, b, tile, kColumns<T>, first, last, epilogue);
  for (std::size_t r = 0; r < rows; ++r) {
    std::copy_n(tile + r * kColumns<T>, columns, c + r * c_stride);
  }
}

namespace detail {

// Thread-local packing buffers, so that kernels allocate nothing.
template <class T>
T* packed_a() {
  alignas(64) static thread_local T block[kRowBlock * kDepth];
  return block;
}

template <class T>
T* packed_b() {
  alignas(64) static thread_local T block[kColumnBlock * kDepth];
  return block;
}

// Packs `count` rows or columns from `start` into consecutive panels of `Width`. A few depths of
// all panels are packed at a time, because neighbouring panels share cache lines.
template <std::size_t Width, class T, class Pack>
void pack_panels(const Pack& pack, T* block, std::size_t start, std::size_t count, std::size_t k,
                 std::size_t depth) {
  constexpr std::size_t kStep = 64;
  if (count % Width != 0) {
    std::fill_n(block + count / Width * Width * depth, Width * depth, T(0));
  }
  for (std::size_t d = 0; d < depth; d += kStep) {
    const std::size_t depths = std::min(kStep, depth - d);
    T* panel = block + d * Width;
    for (std::size_t i = 0; i < count; i += Width, panel += Width * depth) {
      pack(panel, start + i, std::min(Width, count - i), k + d, depths);
    }
  }
}

constexpr std::size_t ceil_divide(std::size_t a, std::size_t b) { return (a + b - 1) / b; }

// The same on several threads, for panels of B that are large enough.
template <std::size_t Width, class T, class Pack>
void pack_panels_parallel(const Pack& pack, T* block, std::size_t start, std::size_t count,
                          std::size_t k, std::size_t depth) {
  constexpr std::size_t kMinTaskValues = 1u << 14;  // values
  const std::size_t panels = ceil_divide(count, Width);
  const std::size_t tasks =
      std::clamp<std::size_t>(count * depth / kMinTaskValues, 1, std::min(panels, thread_count()));
  parallel_for(tasks, [&](std::size_t task) {
    const std::size_t first = panels * task / tasks * Width;
    const std::size_t last = std::min(panels * (task + 1) / tasks * Width, count);
    pack_panels<Width>(pack, block + first * depth, start + first, last - first, k, depth);
  });
}

// The number of row blocks, none with more than kRowBlock rows: a multiple of the number of
// threads, so that all finish together. All boundaries lie between tiles, so the bits do not depend
// on them.
inline std::size_t row_blocks(std::size_t rows) {
  const std::size_t blocks = ceil_divide(rows, kRowBlock);
  const std::size_t threads = thread_count();
  return blocks < threads ? blocks : ceil_divide(blocks, threads) * threads;
}

// One block of C: all tiles of `rows` x `columns` from the packed panels of A and B.
template <class T>
void multiply_block(std::size_t depth, const T* a, const T* b, T* c, std::size_t c_stride,
                    std::size_t rows, std::size_t columns, bool first, bool last,
                    Epilogue<T> epilogue) {
  for (std::size_t j = 0; j < columns; j += kColumns<T>) {
    Epilogue<T> tile_epilogue = epilogue;
    if (epilogue.bias != nullptr) tile_epilogue.bias += j;
    for (std::size_t i = 0; i < rows; i += kRows) {
      const T* a_panel = a + i * depth;
      const T* b_panel = b + j * depth;
      T* tile = c + i * c_stride + j;
      if (i + kRows <= rows && j + kColumns<T> <= columns) {
        multiply_tile(depth, a_panel, b_panel, tile, c_stride, first, last, tile_epilogue);
      } else {
        multiply_edge_tile(depth, a_panel, b_panel, tile, c_stride, std::min(kRows, rows - i),
                           std::min(kColumns<T>, columns - j), first, last, tile_epilogue);
      }
    }
  }
}

}  // namespace detail

// C[m, n] = A[m, k] B[k, n], with the packers of A and B.
template <class T, class PackA, class PackB>
void packed_gemm(std::size_t m, std::size_t n, std::size_t k, const PackA& pack_a,
                 const PackB& pack_b, T* c, std::size_t c_stride, Epilogue<T> epilogue) {
  using detail::ceil_divide;
  const std::size_t depth_step = ceil_divide(k, ceil_divide(k, kDepth));
  const std::size_t row_panels = ceil_divide(m, kRows);
  const std::size_t row_blocks = detail::row_blocks(m);
  T* const b_block = detail::packed_b<T>();

  for (std::size_t j = 0; j < n; j += kColumnBlock) {
    const std::size_t columns = std::min(kColumnBlock, n - j);
    const std::size_t panels = ceil_divide(columns, kColumns<T>);
    // A product of few rows is divided along its columns too.
    const std::size_t column_parts =
        row_blocks >= thread_count() ? 1 : std::min(panels, thread_count());
    const std::size_t part_panels = ceil_divide(panels, column_parts);

    for (std::size_t d = 0; d < k; d += depth_step) {
      const std::size_t depth = std::min(depth_step, k - d);
      detail::pack_panels_parallel<kColumns<T>>(pack_b, b_block, j, columns, d, depth);
      parallel_for(row_blocks * column_parts, [&](std::size_t task) {
        const std::size_t block = task / column_parts;
        const std::size_t i = row_panels * block / row_blocks * kRows;
        const std::size_t end = std::min(row_panels * (block + 1) / row_blocks * kRows, m);
        const std::size_t part = task % column_parts * part_panels * kColumns<T>;
        if (part >= columns) return;
        T* const a_block = detail::packed_a<T>();
        detail::pack_panels<kRows>(pack_a, a_block, i, end - i, d, depth);
        Epilogue<T> part_epilogue = epilogue;
        if (epilogue.bias != nullptr) part_epilogue.bias += j + part;
        detail::multiply_block(depth, a_block, b_block + part * depth, c + i * c_stride + j + part,
                               c_stride, end - i,
                               std::min(part_panels * kColumns<T>, columns - part), d == 0,
                               d + depth == k, part_epilogue);
      });
    }
  }
}

}  // namespace anneal::kernels
