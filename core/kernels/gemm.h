// Matrix product C = A B + bias, optionally followed by a ReLU. Matrices are row-major. Each
// element of C is summed over k in a fixed order, whatever the number of threads.
#pragma once

#include <cstddef>

namespace anneal::kernels {

// An operand: element (i, j) is data[i * stride + j], or data[j * stride + i] if transposed.
template <class T>
struct Matrix {
  const T* data;
  std::size_t stride;
  bool transposed = false;
};

// Applied to each finished element of C in column j: + bias[j] if there is a bias, then max(., 0)
// if relu.
template <class T>
struct Epilogue {
  const T* bias = nullptr;
  bool relu = false;
};

// C[m, n] = A[m, k] B[k, n], element (i, j) of C is c[i * c_stride + j]. m, n, k > 0. C must not
// overlap an operand.
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
