// Pooling as in a textbook, for one small image. The members of every window are returned, for
// display. Left out: channels, batches, gradients.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "textbook/matrix.h"

namespace anneal::textbook {

enum class PoolKind { max, average };
constexpr std::array<std::string_view, 2> names(PoolKind) { return {"max", "average"}; }

struct PoolSettings {
  PoolKind kind = PoolKind::max;
  std::size_t rows = 2;  // of the window
  std::size_t columns = 2;
  std::size_t stride = 2;
};

struct Member {
  std::size_t m, n;         // in the window
  std::size_t row, column;  // of X
  double x;
};

// Y(i, j) is the maximum or mean of X(s i + m, s j + n) over the m and n of the window, with stride
// s. Only windows that lie inside X count.
struct Pooling {
  Matrix output;                // Y
  std::vector<Member> members;  // [output rows, output columns, window rows, window columns]
  // [output rows, output columns]: the member of each window that is its maximum (the first of
  // equals); empty for average pooling.
  std::vector<std::size_t> winners;
};

// Throws Error (experiment) at "input", "size" or "stride" for an invalid input (see convolve2d), a
// window that is empty or larger than the input, or a stride of 0.
Pooling pool2d(const Matrix& input, const PoolSettings& settings);

}  // namespace anneal::textbook
