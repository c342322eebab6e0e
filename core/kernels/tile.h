// How big a tile of the product one micro-kernel keeps in registers, and how much of the operands
// is packed at a time. One row a kind of target; the rows x vectors come from measurement.
#pragma once

#include <cstddef>

#include "kernels/simd.h"

namespace anneal::kernels {

// A tile has kRows rows and kVectors vectors of columns.
//  - With a fused multiply-add, 6 x 2: twelve accumulators, two vectors of B and one broadcast of A
//    are fifteen of sixteen registers (54 GFLOP/s in a tab, against 51 for 2 x 4).
//  - Without one the product needs a register of its own and 6 x 2 spills: 5 x 2 is as fast as any
//    (44 GFLOP/s in a tab, against 45 for 2 x 4 and 25 for 6 x 2), and its eight columns leave
//    nothing idle in a layer of eight filters, where sixteen would compute half for nothing.
//  - Without vectors every element takes a register: 2 rows of 2 x 2 floats, their four columns and
//    a value of A fill the sixteen.
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

// The depth of a packed block: a panel of B of this depth, and one of A, stay in 32 KiB of L1 while
// the tile runs along them.
inline constexpr std::size_t kDepth = 384;

// Rows of A packed at a time: kRowBlock x kDepth stays in L2. A multiple of every kRows.
inline constexpr std::size_t kRowBlock = 120;

// Columns of B packed at a time: a multiple of every kColumns.
inline constexpr std::size_t kColumnBlock = 512;

}  // namespace anneal::kernels
