// Convolution as textbooks write it, for one small image and one kernel, with every product of
// every sum kept: for showing, not for training. The layers' convolution is core/layers/conv2d.h.
// Left out: channels, batches, dilation, gradients.
//
// X is [rows, columns], K is [kernel rows, kernel columns], both row by row. With the kernel's
// origin at its corner K(0, 0), and X zero outside of its edges,
//   convolution        Y(i, j) = sum over m, n of X(i - m, j - n) K(m, n)
//   cross_correlation  Y(i, j) = sum over m, n of X(i + m, j + n) K(m, n)
// "full" are all (i, j) where the kernel touches the image; "valid" those where it lies wholly in
// it; "same" as many as the image has, in the middle of "full" (of an even kernel, as in the
// layers, the additional zero of the padding is at the bottom and at the right of the
// cross-correlation). Y is what is kept of them, from the first one on every `stride`-th, and its
// own indices count from zero. Both conventions keep the same windows: one with K is the other with
// K turned by 180 degrees. Goodfellow, Bengio and Courville, "Deep Learning" (2016), section 9.1.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "textbook/matrix.h"

namespace anneal::textbook {

enum class Convention { convolution, cross_correlation };
constexpr std::array<std::string_view, 2> names(Convention) {
  return {"convolution", "cross_correlation"};
}

enum class Padding { full, same, valid };
constexpr std::array<std::string_view, 3> names(Padding) { return {"full", "same", "valid"}; }

struct ConvolutionSettings {
  Convention convention = Convention::convolution;
  Padding padding = Padding::valid;
  std::size_t stride = 1;
};

// One product of an output's sum. Where the row or the column lies outside of X, x is a zero of the
// padding.
struct Term {
  std::size_t m, n;            // of K
  std::ptrdiff_t row, column;  // of X
  double x, k, product;
};

struct Convolution {
  Matrix output;            // Y
  std::vector<Term> terms;  // [output rows, output columns, kernel rows, kernel columns]

  // The terms of Y(i, j) in the order of m, then n. Added up in it, from 0, they are Y(i, j), bit
  // for bit.
  const Term* terms_of(std::size_t i, std::size_t j) const {
    return terms.data() + (i * output.columns + j) * (terms.size() / output.values.size());
  }
};

// Throws Error (experiment) at "input", "kernel" or "stride" for a matrix that is empty, larger
// than the limit or not [rows, columns] values, one with a value that is not finite, a stride of 0,
// or, with "valid", a kernel that is larger than the image.
Convolution convolve2d(const Matrix& input, const Matrix& kernel,
                       const ConvolutionSettings& settings);

}  // namespace anneal::textbook
