// Pooling as textbooks write it, for one small image, with every window's members kept: for
// showing, not for training. Left out, as in core/textbook/convolution.h: channels, batches,
// gradients.
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

// Y(i, j) is the largest, or the mean, of X(s i + m, s j + n) over the window's m and n; windows
// that do not fit wholly inside are left out.
struct Pooling {
  Matrix output;                // Y
  std::vector<Member> members;  // [output rows, output columns, window rows, window columns]
  // [output rows, output columns]: which member of the window is its maximum, the first among
  // equals; empty for the mean.
  std::vector<std::size_t> winners;
};

// Throws Error (experiment) at "input", "size" or "stride" for an input as convolve2d refuses it, a
// window that is empty or larger than the input, or a stride of 0.
Pooling pool2d(const Matrix& input, const PoolSettings& settings);

}  // namespace anneal::textbook
