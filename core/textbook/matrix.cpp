#include "textbook/matrix.h"

#include <algorithm>
#include <cmath>

#include "base/error.h"

namespace anneal::textbook {

std::string size_text(std::size_t rows, std::size_t columns) {
  return std::to_string(rows) + " x " + std::to_string(columns);
}

void check_matrix(const Matrix& matrix, std::string_view argument, std::size_t largest) {
  const std::string path(argument);
  const std::string size = size_text(matrix.rows, matrix.columns);
  if (matrix.rows == 0 || matrix.columns == 0) {
    fail_experiment(path, "expected at least 1 x 1, got " + size);
  }
  if (matrix.rows > largest || matrix.columns > largest) {
    fail_experiment(path, "expected at most " + size_text(largest, largest) + ", got " + size);
  }
  if (matrix.values.size() != matrix.rows * matrix.columns) {
    fail_experiment(path, "expected " + std::to_string(matrix.rows * matrix.columns) +
                              " values for " + size + ", got " +
                              std::to_string(matrix.values.size()));
  }
  if (!std::all_of(matrix.values.begin(), matrix.values.end(),
                   [](double value) { return std::isfinite(value); })) {
    fail_experiment(path, "expected finite numbers");
  }
}

}  // namespace anneal::textbook
