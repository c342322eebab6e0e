#include "kernels/gemm.h"

#include <algorithm>

#include "kernels/pack_matrix.h"
#include "kernels/packed_gemm.h"
#include "kernels/simd.h"
#include "kernels/tile.h"
#include "parallel/thread_pool.h"

namespace anneal::kernels {

template <class T>
void gemm(std::size_t m, std::size_t n, std::size_t k, Matrix<T> a, Matrix<T> b, T* c,
          std::size_t c_stride, Epilogue<T> epilogue) {
  packed_gemm(m, n, k, pack_rows<kRows>(a), pack_columns<kColumns<T>>(b), c, c_stride, epilogue);
}

namespace {

// Rows summed separately: the error of a float sum grows with its length.
constexpr std::size_t kSumBlock = 256;

// The sums of kColumns columns. Rows alternate between independent sums, to hide the latency of the
// additions.
template <class T>
void panel_sums(const T* a, std::size_t rows, std::size_t stride, T* sums) {
  using V = Vector<T>;
  constexpr std::size_t kTurns = 4;
  V total[kVectors] = {};
  for (std::size_t start = 0; start < rows; start += kSumBlock) {
    const std::size_t end = std::min(rows, start + kSumBlock);
    V turns[kTurns][kVectors] = {};
    std::size_t row = start;
    for (; row + kTurns <= end; row += kTurns) {
      for (std::size_t t = 0; t < kTurns; ++t) {
        for (std::size_t v = 0; v < kVectors; ++v) {
          turns[t][v] += V::load_unaligned(a + (row + t) * stride + v * V::size);
        }
      }
    }
    for (; row < end; ++row) {
      for (std::size_t v = 0; v < kVectors; ++v) {
        turns[0][v] += V::load_unaligned(a + row * stride + v * V::size);
      }
    }
    for (std::size_t v = 0; v < kVectors; ++v) {
      total[v] += (turns[0][v] + turns[1][v]) + (turns[2][v] + turns[3][v]);
    }
  }
  for (std::size_t v = 0; v < kVectors; ++v) total[v].store_unaligned(sums + v * V::size);
}

// The same for fewer columns than kColumns.
template <class T>
void edge_sums(const T* a, std::size_t rows, std::size_t stride, std::size_t columns, T* sums) {
  std::fill_n(sums, columns, T(0));
  for (std::size_t start = 0; start < rows; start += kSumBlock) {
    T block[kColumns<T>] = {};
    for (std::size_t row = start; row < std::min(rows, start + kSumBlock); ++row) {
      for (std::size_t x = 0; x < columns; ++x) block[x] += a[row * stride + x];
    }
    for (std::size_t x = 0; x < columns; ++x) sums[x] += block[x];
  }
}

}  // namespace

template <class T>
void column_sums(const T* a, std::size_t rows, std::size_t columns, T* sums) {
  constexpr std::size_t kMinTaskValues = 1u << 14;  // values
  const std::size_t panels = (columns + kColumns<T> - 1) / kColumns<T>;
  const std::size_t tasks = std::clamp<std::size_t>(rows * columns / kMinTaskValues, 1, panels);
  parallel_for(tasks, [&](std::size_t task) {
    for (std::size_t panel = panels * task / tasks; panel < panels * (task + 1) / tasks; ++panel) {
      const std::size_t j = panel * kColumns<T>;
      if (j + kColumns<T> <= columns) {
        panel_sums(a + j, rows, columns, sums + j);
      } else {
        edge_sums(a + j, rows, columns, columns - j, sums + j);
      }
    }
  });
}

template void gemm(std::size_t, std::size_t, std::size_t, Matrix<float>, Matrix<float>, float*,
                   std::size_t, Epilogue<float>);
template void gemm(std::size_t, std::size_t, std::size_t, Matrix<double>, Matrix<double>, double*,
                   std::size_t, Epilogue<double>);
template void column_sums(const float*, std::size_t, std::size_t, float*);
template void column_sums(const double*, std::size_t, std::size_t, double*);

}  // namespace anneal::kernels
