// A small matrix, and checks of matrix arguments.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace anneal::textbook {

// The largest sides. Every product is returned: 121 for each of 74 x 74 outputs at most.
inline constexpr std::size_t kLargestImage = 64;
inline constexpr std::size_t kLargestKernel = 11;

struct Matrix {
  std::size_t rows = 0;
  std::size_t columns = 0;
  std::vector<double> values;  // [rows, columns]

  double operator()(std::size_t row, std::size_t column) const {
    return values[row * columns + column];
  }
};

// "3 x 4"
std::string size_text(std::size_t rows, std::size_t columns);

// Throws Error (experiment) at `argument` for a matrix that is empty, has a side longer than
// `largest`, not rows x columns values, or a value that is not finite.
void check_matrix(const Matrix& matrix, std::string_view argument, std::size_t largest);

}  // namespace anneal::textbook
