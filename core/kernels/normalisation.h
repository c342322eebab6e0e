// Mean and variance along either axis of a matrix x [rows, columns], and the affine map that
// normalises with them. Sums are computed in double.
#pragma once

#include <cstddef>

namespace anneal::kernels {

// Per column: mean and population variance (divided by rows).
template <class T>
void column_moments(const T* x, std::size_t rows, std::size_t columns, double* mean,
                    double* variance);

// y[i, j] = (x[i, j] - mean[j]) * inverse_deviation[j] * weight[j] + bias[j]; y may be x.
template <class T>
void normalise_columns(const T* x, std::size_t rows, std::size_t columns, const double* mean,
                       const double* inverse_deviation, const T* weight, const T* bias, T* y);

// The gradients of normalise_columns where mean and deviation are those of x itself. With n = (x -
// mean) * inverse_deviation and means over the rows:
//   bias_gradient = sum dy,  weight_gradient = sum dy n,
//   dx = weight * inverse_deviation * (dy - mean(dy) - n mean(dy n)).
// input_gradient may be null.
template <class T>
void normalise_columns_backward(const T* x, std::size_t rows, std::size_t columns,
                                const double* mean, const double* inverse_deviation,
                                const T* weight, const T* output_gradient, T* weight_gradient,
                                T* bias_gradient, T* input_gradient);

// Per row: y[i, j] = (x[i, j] - mean[i]) / sqrt(variance[i] + epsilon) * weight[j] + bias[j].
// Returns mean and inverse_deviation, both [rows].
template <class T>
void normalise_rows(const T* x, std::size_t rows, std::size_t columns, double epsilon,
                    const T* weight, const T* bias, double* mean, double* inverse_deviation, T* y);

// The gradients of normalise_rows: as above, with means over the columns of dy * weight.
template <class T>
void normalise_rows_backward(const T* x, std::size_t rows, std::size_t columns, const double* mean,
                             const double* inverse_deviation, const T* weight,
                             const T* output_gradient, T* weight_gradient, T* bias_gradient,
                             T* input_gradient);

}  // namespace anneal::kernels
