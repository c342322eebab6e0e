#include "textbook/pooling.h"

#include "base/error.h"

namespace anneal::textbook {

namespace {

void check(const Matrix& input, const PoolSettings& settings) {
  check_matrix(input, "input", kLargestImage);
  if (settings.rows == 0 || settings.columns == 0) {
    fail_experiment("size",
                    "expected at least 1 x 1, got " + size_text(settings.rows, settings.columns));
  }
  if (settings.rows > input.rows || settings.columns > input.columns) {
    fail_experiment("size", "expected at most the input's " + size_text(input.rows, input.columns) +
                                ", got " + size_text(settings.rows, settings.columns));
  }
  if (settings.stride == 0) fail_experiment("stride", "expected a positive integer, got 0");
}

// Appends the window of output (i, j) and sets its value.
void pool_window(const Matrix& input, const PoolSettings& settings, std::size_t i, std::size_t j,
                 Pooling& result) {
  const std::size_t count = settings.rows * settings.columns;
  const std::size_t first = result.members.size();
  std::size_t winner = 0;
  double sum = 0;
  for (std::size_t m = 0; m < settings.rows; ++m) {
    for (std::size_t n = 0; n < settings.columns; ++n) {
      const std::size_t row = i * settings.stride + m, column = j * settings.stride + n;
      result.members.push_back({m, n, row, column, input(row, column)});
      sum += input(row, column);
      const std::size_t member = m * settings.columns + n;
      if (result.members[first + member].x > result.members[first + winner].x) winner = member;
    }
  }
  if (settings.kind == PoolKind::max) {
    result.winners.push_back(winner);
    result.output.values.push_back(result.members[first + winner].x);
  } else {
    result.output.values.push_back(sum / static_cast<double>(count));
  }
}

}  // namespace

Pooling pool2d(const Matrix& input, const PoolSettings& settings) {
  check(input, settings);
  Pooling result;
  result.output = {(input.rows - settings.rows) / settings.stride + 1,
                   (input.columns - settings.columns) / settings.stride + 1,
                   {}};
  for (std::size_t i = 0; i < result.output.rows; ++i) {
    for (std::size_t j = 0; j < result.output.columns; ++j) {
      pool_window(input, settings, i, j, result);
    }
  }
  return result;
}

}  // namespace anneal::textbook
