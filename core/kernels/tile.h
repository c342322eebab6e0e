// Sizes of the tile that a micro-kernel keeps in registers, and of the packed blocks. One set per
// kind of target; the tile sizes are measured.
#pragma once

#include <cstddef>

#include "kernels/simd.h"

namespace anneal::kernels {

// A tile has kRows rows and kVectors vectors of columns.
//    - With a fused multiply-add 6 x 2: twelve accumulators, two vectors of B and one broadcast of
//    A use
//      fifteen of sixteen registers (54 GFLOP/s in a browser, 51 for 2 x 4).
//    - Without one the product needs another register and 6 x 2 spills. 5 x 2 is as fast as any (44
//      GFLOP/s in a browser; 45 for 2 x 4, 25 for 6 x 2). Its eight columns are fully used in a
//      layer of eight filters, where sixteen columns would compute half for nothing.
//    - Without SIMD every element takes a register: 2 rows of 2 x 2 floats, their four columns and
//    a
//      value of A use all sixteen.
#if defined(__wasm_relaxed_simd__) || defined(__FMA__)
inline constexpr std::size_t kRows = 6;
inline constexpr std::size_t kVectors = 2;
#elif XSIMD_WITH_EMULATED
inline constexpr std::size_t kRows = 2;
inline constexpr std::size_t kVectors = 2;
#else
inline constexpr std::size_t kRows = 5;
inline constexpr std::size_t kVectors = 2;
#endif

template <class T>
inline constexpr std::size_t kColumns = kVectors * Vector<T>::size;

// Depth of a packed block: a panel of B and one of A with this depth fit in 32 KiB of L1.
inline constexpr std::size_t kDepth = 384;

// Rows of A packed at a time: kRowBlock x kDepth fits in L2. A multiple of every kRows.
inline constexpr std::size_t kRowBlock = 120;

// Columns of B packed at a time. A multiple of every kColumns.
inline constexpr std::size_t kColumnBlock = 512;

}  // namespace anneal::kernels
