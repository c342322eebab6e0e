#include "textbook/convolution.h"

#include "base/error.h"

namespace anneal::textbook {

namespace {

// The outputs along one axis, in the indices of the formula.
struct Range {
  std::ptrdiff_t first;
  std::size_t count;
};

// "full" starts at 0 for a convolution and at -(kernel - 1) for a cross-correlation: the same
// windows, indexed from opposite corners of the kernel.
Range output_range(std::size_t size, std::size_t kernel, const ConvolutionSettings& settings) {
  const std::size_t full = size + kernel - 1;
  std::size_t skipped = 0, kept = full;
  if (settings.padding == Padding::valid) {
    skipped = kernel - 1;
    kept = size - kernel + 1;
  } else if (settings.padding == Padding::same) {
    skipped = kernel / 2;
    kept = size;
  }
  auto first = static_cast<std::ptrdiff_t>(skipped);
  if (settings.convention == Convention::cross_correlation) {
    first -= static_cast<std::ptrdiff_t>(kernel - 1);
  }
  return {first, (kept + settings.stride - 1) / settings.stride};
}

double value_at(const Matrix& matrix, std::ptrdiff_t row, std::ptrdiff_t column) {
  const bool inside = row >= 0 && column >= 0 && row < static_cast<std::ptrdiff_t>(matrix.rows) &&
                      column < static_cast<std::ptrdiff_t>(matrix.columns);
  if (!inside) return 0;
  return matrix(static_cast<std::size_t>(row), static_cast<std::size_t>(column));
}

}  // namespace

Convolution convolve2d(const Matrix& input, const Matrix& kernel,
                       const ConvolutionSettings& settings) {
  check_matrix(input, "input", kLargestImage);
  check_matrix(kernel, "kernel", kLargestKernel);
  if (settings.stride == 0) fail_experiment("stride", "expected a positive integer, got 0");
  if (settings.padding == Padding::valid &&
      (kernel.rows > input.rows || kernel.columns > input.columns)) {
    fail_experiment("kernel", "expected at most the input's " +
                                  size_text(input.rows, input.columns) + " without padding, got " +
                                  size_text(kernel.rows, kernel.columns));
  }
  const Range rows = output_range(input.rows, kernel.rows, settings);
  const Range columns = output_range(input.columns, kernel.columns, settings);
  const std::ptrdiff_t sign = settings.convention == Convention::convolution ? -1 : 1;
  const auto stride = static_cast<std::ptrdiff_t>(settings.stride);

  Convolution result;
  result.output = {rows.count, columns.count, {}};
  for (std::size_t i = 0; i < rows.count; ++i) {
    for (std::size_t j = 0; j < columns.count; ++j) {
      const std::ptrdiff_t row = rows.first + static_cast<std::ptrdiff_t>(i) * stride;
      const std::ptrdiff_t column = columns.first + static_cast<std::ptrdiff_t>(j) * stride;
      double sum = 0;
      for (std::size_t m = 0; m < kernel.rows; ++m) {
        for (std::size_t n = 0; n < kernel.columns; ++n) {
          Term term{m,
                    n,
                    row + sign * static_cast<std::ptrdiff_t>(m),
                    column + sign * static_cast<std::ptrdiff_t>(n),
                    0,
                    kernel(m, n),
                    0};
          term.x = value_at(input, term.row, term.column);
          term.product = term.x * term.k;
          sum += term.product;
          result.terms.push_back(term);
        }
      }
      result.output.values.push_back(sum);
    }
  }
  return result;
}

}  // namespace anneal::textbook
