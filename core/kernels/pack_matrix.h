// Packers (see packed_gemm.h) for matrices in memory.
#pragma once

#include <algorithm>
#include <cstddef>

#include "kernels/gemm.h"
#include "kernels/simd.h"

namespace anneal::kernels {

// Writes `count` contiguous values at a stride of `Width`.
template <std::size_t Width, class T>
inline void store_strided(T* panel, const T* values, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) panel[i * Width] = values[i];
}

// Transposes `Width` lines of `depth` contiguous values: panel[d * Width + i] = source[i * stride +
// d].
template <std::size_t Width, class T>
void transpose_lines(T* panel, const T* source, std::size_t stride, std::size_t depth) {
  using V = Vector<T>;
  constexpr std::size_t kSquares = (Width + V::size - 1) / V::size;
  std::size_t d = 0;
  // A square of the last lines also writes to the next depths, which are overwritten later. The
  // last depths have nothing after them and are handled below.
  for (; (d + V::size) * Width + V::size <= depth * Width; d += V::size) {
    for (std::size_t s = kSquares; s-- > 0;) {
      V square[V::size];
      for (std::size_t i = 0; i < V::size; ++i) {
        const std::size_t line = std::min(s * V::size + i, Width - 1);
        square[i] = V::load_unaligned(source + line * stride + d);
      }
      xsimd::transpose(square, square + V::size);
      for (std::size_t i = 0; i < V::size; ++i) {
        square[i].store_unaligned(panel + (d + i) * Width + s * V::size);
      }
    }
  }
  for (std::size_t i = 0; i < Width; ++i) {
    for (std::size_t rest = d; rest < depth; ++rest) {
      panel[rest * Width + i] = source[i * stride + rest];
    }
  }
}

// Panels of `Width` lines: rows of A or columns of B. Line i at depth d is data[i * line_stride + d
// * depth_stride]; one of the strides is 1.
template <std::size_t Width, class T>
struct PackMatrix {
  const T* data;
  std::size_t line_stride;
  std::size_t depth_stride;

  void operator()(T* panel, std::size_t line, std::size_t lines, std::size_t k,
                  std::size_t depth) const {
    if (line_stride == 1) {
      const T* source = data + k * depth_stride + line;
      for (std::size_t d = 0; d < depth; ++d, source += depth_stride, panel += Width) {
        if (lines == Width) {
          std::copy_n(source, Width, panel);  // constant length: compiles to whole vectors
        } else {
          std::copy_n(source, lines, panel);
        }
      }
    } else if (lines == Width) {
      transpose_lines<Width>(panel, data + line * line_stride + k, line_stride, depth);
    } else {
      for (std::size_t i = 0; i < lines; ++i) {
        store_strided<Width>(panel + i, data + (line + i) * line_stride + k, depth);
      }
    }
  }
};

template <std::size_t Width, class T>
PackMatrix<Width, T> pack_rows(Matrix<T> a) {
  return {a.data, a.transposed ? 1 : a.stride, a.transposed ? a.stride : 1};
}

template <std::size_t Width, class T>
PackMatrix<Width, T> pack_columns(Matrix<T> b) {
  return {b.data, b.transposed ? b.stride : 1, b.transposed ? 1 : b.stride};
}

}  // namespace anneal::kernels
