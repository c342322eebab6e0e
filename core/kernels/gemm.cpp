#include "kernels/gemm.h"

#include <algorithm>

#include "kernels/pack_matrix.h"
#include "kernels/packed_gemm.h"

namespace anneal::kernels {

template <class T>
void gemm(std::size_t m, std::size_t n, std::size_t k, Matrix<T> a, Matrix<T> b, T* c,
          std::size_t c_stride, Epilogue<T> epilogue) {
  packed_gemm(m, n, k, pack_rows<kRows>(a), pack_columns<kColumns<T>>(b), c, c_stride, epilogue);
}

// In blocks of rows, each summed on its own first: the error of a float sum grows with its length.
template <class T>
void column_sums(const T* a, std::size_t rows, std::size_t columns, T* sums) {
  constexpr std::size_t kBlock = 256;
  constexpr std::size_t kWidth = 64;
  std::fill_n(sums, columns, T(0));
  for (std::size_t j = 0; j < columns; j += kWidth) {
    const std::size_t width = std::min(kWidth, columns - j);
    for (std::size_t i = 0; i < rows; i += kBlock) {
      T block[kWidth] = {};
      for (std::size_t row = i; row < std::min(rows, i + kBlock); ++row) {
        const T* values = a + row * columns + j;
        for (std::size_t x = 0; x < width; ++x) block[x] += values[x];
      }
      for (std::size_t x = 0; x < width; ++x) sums[j + x] += block[x];
    }
  }
}

template void gemm(std::size_t, std::size_t, std::size_t, Matrix<float>, Matrix<float>, float*,
                   std::size_t, Epilogue<float>);
template void gemm(std::size_t, std::size_t, std::size_t, Matrix<double>, Matrix<double>, double*,
                   std::size_t, Epilogue<double>);
template void column_sums(const float*, std::size_t, std::size_t, float*);
template void column_sums(const double*, std::size_t, std::size_t, double*);

}  // namespace anneal::kernels
