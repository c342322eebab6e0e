// Convolution as in a textbook, for one small image and one kernel. Every product of every sum is
// returned, for display. Training uses core/layers/conv2d.h. Left out: channels, batches, dilation,
// gradients.
//
// X is [rows, columns], K is [kernel rows, kernel columns], both row-major. X is zero outside its
// edges, the origin of K is its corner K(0, 0):
//   convolution        Y(i, j) = sum over m, n of X(i - m, j - n) K(m, n)
//   cross_correlation  Y(i, j) = sum over m, n of X(i + m, j + n) K(m, n)
// Padding selects the outputs (i, j). "full": all where the kernel overlaps the image. "valid":
// those where it lies inside the image. "same": as many as the image has, from the middle of
// "full"; for an even kernel, as in the layers, the additional zero of the padding is at the bottom
// and right of the cross-correlation. Of these, every `stride`-th is returned, starting with the
// first; indices of Y count from zero. Both conventions select the same windows: one with K equals
// the other with K rotated by 180 degrees. Goodfellow, Bengio and Courville, "Deep Learning"
// (2016), section 9.1.
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

// One product of the sum of an output. Where row or column lies outside X, x is a zero of the
// padding.
struct Term {
  std::size_t m, n;            // of K
  std::ptrdiff_t row, column;  // of X
  double x, k, product;
};

struct Convolution {
  Matrix output;            // Y
  std::vector<Term> terms;  // [output rows, output columns, kernel rows, kernel columns]

  // The terms of Y(i, j), ordered by m, then n. Added in this order, from 0, they give Y(i, j) bit
  // for bit.
  const Term* terms_of(std::size_t i, std::size_t j) const {
    return terms.data() + (i * output.columns + j) * (terms.size() / output.values.size());
  }
};

// Throws Error (experiment) at "input", "kernel" or "stride" where a matrix is empty, too large,
// has a wrong number of values or a value that is not finite, where the stride is 0, or where a
// kernel with "valid" padding is larger than the image.
Convolution convolve2d(const Matrix& input, const Matrix& kernel,
                       const ConvolutionSettings& settings);

}  // namespace anneal::textbook
