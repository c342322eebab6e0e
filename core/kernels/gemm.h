// Matrix product C = A B + bias, optionally through a ReLU. Matrices are in row-major order.
// Each element of C is summed over k in one fixed order, whatever the number of threads.
#pragma once

#include <cstddef>

namespace anneal::kernels {

// An operand: element (i, j) is data[i * stride + j], or data[j * stride + i] where transposed.
template <class T>
struct Matrix {
  const T* data;
  std::size_t stride;
  bool transposed = false;
};

// What happens to a finished element of C in column j: + bias[j] where bias is given, then max(.,
// 0).
template <class T>
struct Epilogue {
  const T* bias = nullptr;
  bool relu = false;
};

// C[m, n] = A[m, k] B[k, n]; element (i, j) of C is c[i * c_stride + j]. m, n, k > 0; C overlaps
// neither operand.
template <class T>
void gemm(std::size_t m, std::size_t n, std::size_t k, Matrix<T> a, Matrix<T> b, T* c,
          std::size_t c_stride, Epilogue<T> epilogue = {});

// sums[j] = sum over i of a[i * columns + j], for a [rows, columns].
template <class T>
void column_sums(const T* a, std::size_t rows, std::size_t columns, T* sums);

namespace reference {

template <class T>
void gemm(std::size_t m, std::size_t n, std::size_t k, Matrix<T> a, Matrix<T> b, T* c,
          std::size_t c_stride, Epilogue<T> epilogue = {});

template <class T>
void column_sums(const T* a, std::size_t rows, std::size_t columns, T* sums);

}  // namespace reference

}  // namespace anneal::kernels
