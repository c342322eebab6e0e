#include "kernels/normalisation.h"

#include <algorithm>
#include <cmath>

#include "parallel/thread_pool.h"

namespace anneal::kernels {

namespace {

// Columns per task: their sums stay in registers and on the stack.
constexpr std::size_t kStrip = 16;

template <class Body>
void for_each_strip(std::size_t columns, const Body& body) {
  parallel_for((columns + kStrip - 1) / kStrip, [&](std::size_t strip) {
    body(strip * kStrip, std::min(kStrip, columns - strip * kStrip));
  });
}

}  // namespace

template <class T>
void column_moments(const T* x, std::size_t rows, std::size_t columns, double* mean,
                    double* variance) {
  const double count = static_cast<double>(rows);
  for_each_strip(columns, [=](std::size_t first, std::size_t width) {
    double sums[kStrip] = {}, squares[kStrip] = {};
    for (std::size_t i = 0; i < rows; ++i) {
      const T* row = x + i * columns + first;
      for (std::size_t j = 0; j < width; ++j) sums[j] += static_cast<double>(row[j]);
    }
    for (std::size_t j = 0; j < width; ++j) mean[first + j] = sums[j] / count;
    // A second pass: the difference of two large sums would be too inaccurate for a small variance.
    for (std::size_t i = 0; i < rows; ++i) {
      const T* row = x + i * columns + first;
      for (std::size_t j = 0; j < width; ++j) {
        const double centred = static_cast<double>(row[j]) - mean[first + j];
        squares[j] += centred * centred;
      }
    }
    for (std::size_t j = 0; j < width; ++j) variance[first + j] = squares[j] / count;
  });
}

template <class T>
void normalise_columns(const T* x, std::size_t rows, std::size_t columns, const double* mean,
                       const double* inverse_deviation, const T* weight, const T* bias, T* y) {
  for_each_strip(columns, [=](std::size_t first, std::size_t width) {
    T centre[kStrip], scale[kStrip], shift[kStrip];
    for (std::size_t j = 0; j < width; ++j) {
      centre[j] = static_cast<T>(mean[first + j]);
      scale[j] =
          static_cast<T>(inverse_deviation[first + j] * static_cast<double>(weight[first + j]));
      shift[j] = bias[first + j];
    }
    for (std::size_t i = 0; i < rows; ++i) {
      const std::size_t start = i * columns + first;
      for (std::size_t j = 0; j < width; ++j) {
        y[start + j] = (x[start + j] - centre[j]) * scale[j] + shift[j];
      }
    }
  });
}

template <class T>
void normalise_columns_backward(const T* x, std::size_t rows, std::size_t columns,
                                const double* mean, const double* inverse_deviation,
                                const T* weight, const T* output_gradient, T* weight_gradient,
                                T* bias_gradient, T* input_gradient) {
  const double count = static_cast<double>(rows);
  for_each_strip(columns, [=](std::size_t first, std::size_t width) {
    double sums[kStrip] = {}, products[kStrip] = {};
    const auto normalised = [=](std::size_t index, std::size_t j) {
      return (static_cast<double>(x[index]) - mean[first + j]) * inverse_deviation[first + j];
    };
    for (std::size_t i = 0; i < rows; ++i) {
      for (std::size_t j = 0; j < width; ++j) {
        const std::size_t index = i * columns + first + j;
        const double gradient = static_cast<double>(output_gradient[index]);
        sums[j] += gradient;
        products[j] += gradient * normalised(index, j);
      }
    }
    for (std::size_t j = 0; j < width; ++j) {
      bias_gradient[first + j] = static_cast<T>(sums[j]);
      weight_gradient[first + j] = static_cast<T>(products[j]);
    }
    if (input_gradient == nullptr) return;
    for (std::size_t i = 0; i < rows; ++i) {
      for (std::size_t j = 0; j < width; ++j) {
        const std::size_t index = i * columns + first + j;
        const double centred = static_cast<double>(output_gradient[index]) - sums[j] / count -
                               normalised(index, j) * products[j] / count;
        input_gradient[index] = static_cast<T>(static_cast<double>(weight[first + j]) *
                                               inverse_deviation[first + j] * centred);
      }
    }
  });
}

template <class T>
void normalise_rows(const T* x, std::size_t rows, std::size_t columns, double epsilon,
                    const T* weight, const T* bias, double* mean, double* inverse_deviation, T* y) {
  const double count = static_cast<double>(columns);
  for (std::size_t i = 0; i < rows; ++i) {
    const T* row = x + i * columns;
    double sum = 0, squares = 0;
    for (std::size_t j = 0; j < columns; ++j) sum += static_cast<double>(row[j]);
    mean[i] = sum / count;
    for (std::size_t j = 0; j < columns; ++j) {
      const double centred = static_cast<double>(row[j]) - mean[i];
      squares += centred * centred;
    }
    inverse_deviation[i] = 1 / std::sqrt(squares / count + epsilon);
    for (std::size_t j = 0; j < columns; ++j) {
      const double normalised = (static_cast<double>(row[j]) - mean[i]) * inverse_deviation[i];
      y[i * columns + j] = static_cast<T>(normalised) * weight[j] + bias[j];
    }
  }
}

template <class T>
void normalise_rows_backward(const T* x, std::size_t rows, std::size_t columns, const double* mean,
                             const double* inverse_deviation, const T* weight,
                             const T* output_gradient, T* weight_gradient, T* bias_gradient,
                             T* input_gradient) {
  const auto normalised = [=](std::size_t i, std::size_t j) {
    return (static_cast<double>(x[i * columns + j]) - mean[i]) * inverse_deviation[i];
  };
  for_each_strip(columns, [=](std::size_t first, std::size_t width) {
    double sums[kStrip] = {}, products[kStrip] = {};
    for (std::size_t i = 0; i < rows; ++i) {
      for (std::size_t j = 0; j < width; ++j) {
        const double gradient = static_cast<double>(output_gradient[i * columns + first + j]);
        sums[j] += gradient;
        products[j] += gradient * normalised(i, first + j);
      }
    }
    for (std::size_t j = 0; j < width; ++j) {
      bias_gradient[first + j] = static_cast<T>(sums[j]);
      weight_gradient[first + j] = static_cast<T>(products[j]);
    }
  });
  if (input_gradient == nullptr) return;
  const double count = static_cast<double>(columns);
  for (std::size_t i = 0; i < rows; ++i) {
    double sum = 0, product = 0;
    for (std::size_t j = 0; j < columns; ++j) {
      const double gradient =
          static_cast<double>(output_gradient[i * columns + j]) * static_cast<double>(weight[j]);
      sum += gradient;
      product += gradient * normalised(i, j);
    }
    for (std::size_t j = 0; j < columns; ++j) {
      const double gradient =
          static_cast<double>(output_gradient[i * columns + j]) * static_cast<double>(weight[j]);
      const double centred = gradient - sum / count - normalised(i, j) * product / count;
      input_gradient[i * columns + j] = static_cast<T>(inverse_deviation[i] * centred);
    }
  }
}

#define ANNEAL_INSTANTIATE(T)                                                                  \
  template void column_moments(const T*, std::size_t, std::size_t, double*, double*);          \
  template void normalise_columns(const T*, std::size_t, std::size_t, const double*,           \
                                  const double*, const T*, const T*, T*);                      \
  template void normalise_columns_backward(const T*, std::size_t, std::size_t, const double*,  \
                                           const double*, const T*, const T*, T*, T*, T*);     \
  template void normalise_rows(const T*, std::size_t, std::size_t, double, const T*, const T*, \
                               double*, double*, T*);                                          \
  template void normalise_rows_backward(const T*, std::size_t, std::size_t, const double*,     \
                                        const double*, const T*, const T*, T*, T*, T*);

ANNEAL_INSTANTIATE(float)
ANNEAL_INSTANTIATE(double)
#undef ANNEAL_INSTANTIATE

}  // namespace anneal::kernels
