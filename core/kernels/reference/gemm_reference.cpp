// Reference implementation, straight from the definition. Tests compare the fast kernels with it.
#include "kernels/gemm.h"

namespace anneal::kernels::reference {

template <class T>
void gemm(std::size_t m, std::size_t n, std::size_t k, Matrix<T> a, Matrix<T> b, T* c,
          std::size_t c_stride, Epilogue<T> epilogue) {
  const auto element = [](Matrix<T> x, std::size_t i, std::size_t j) {
    return x.transposed ? x.data[j * x.stride + i] : x.data[i * x.stride + j];
  };
  for (std::size_t i = 0; i < m; ++i) {
    for (std::size_t j = 0; j < n; ++j) {
      T sum = 0;
      for (std::size_t d = 0; d < k; ++d) sum += element(a, i, d) * element(b, d, j);
      if (epilogue.bias != nullptr) sum += epilogue.bias[j];
      c[i * c_stride + j] = epilogue.relu && sum < 0 ? T(0) : sum;
    }
  }
}

template <class T>
void column_sums(const T* a, std::size_t rows, std::size_t columns, T* sums) {
  for (std::size_t j = 0; j < columns; ++j) {
    sums[j] = 0;
    for (std::size_t i = 0; i < rows; ++i) sums[j] += a[i * columns + j];
  }
}

template void gemm(std::size_t, std::size_t, std::size_t, Matrix<float>, Matrix<float>, float*,
                   std::size_t, Epilogue<float>);
template void gemm(std::size_t, std::size_t, std::size_t, Matrix<double>, Matrix<double>, double*,
                   std::size_t, Epilogue<double>);
template void column_sums(const float*, std::size_t, std::size_t, float*);
template void column_sums(const double*, std::size_t, std::size_t, double*);

}  // namespace anneal::kernels::reference
