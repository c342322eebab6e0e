// The textbook convolution against an example worked by hand, against PyTorch
// (tests/golden/textbook/generate.py), and against itself with a rotated kernel.
#include "textbook/convolution.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "errors.h"
#include "golden.h"

namespace anneal::textbook {
namespace {

Matrix made(std::size_t rows, std::size_t columns, double phase) {
  Matrix matrix{rows, columns, {}};
  for (std::size_t i = 0; i < rows * columns; ++i) {
    matrix.values.push_back(std::sin(1.7 * static_cast<double>(i) + phase));
  }
  return matrix;
}

Matrix turned(const Matrix& matrix) {
  return {matrix.rows, matrix.columns, {matrix.values.rbegin(), matrix.values.rend()}};
}

constexpr ConvolutionSettings cross(Padding padding, std::size_t stride = 1) {
  return {Convention::cross_correlation, padding, stride};
}

constexpr ConvolutionSettings convolution(Padding padding, std::size_t stride = 1) {
  return {Convention::convolution, padding, stride};
}

std::string refusal(const Matrix& input, const Matrix& kernel,
                    const ConvolutionSettings& settings = {}) {
  return anneal::testing::refusal_of(ErrorKind::experiment,
                                     [&] { convolve2d(input, kernel, settings); });
}

//     1 2 3          1 2
// X = 4 5 6      K = 3 4
//     7 8 9
const Matrix kImage{3, 3, {1, 2, 3, 4, 5, 6, 7, 8, 9}};
const Matrix kKernel{2, 2, {1, 2, 3, 4}};

TEST(Textbook, AConvolutionWorkedByHand) {
  // Y(1, 1) = X(1,1) K(0,0) + X(1,0) K(0,1) + X(0,1) K(1,0) + X(0,0) K(1,1) = 5 + 8 + 6 + 4
  const Convolution valid = convolve2d(kImage, kKernel, convolution(Padding::valid));
  EXPECT_EQ(valid.output.values, (std::vector<double>{23, 33, 53, 63}));
  const Convolution full = convolve2d(kImage, kKernel, convolution(Padding::full));
  EXPECT_EQ(full.output.values,
            (std::vector<double>{1, 4, 7, 6, 7, 23, 33, 24, 19, 53, 63, 42, 21, 52, 59, 36}));
  const Convolution same = convolve2d(kImage, kKernel, convolution(Padding::same));
  EXPECT_EQ(same.output.values, (std::vector<double>{23, 33, 24, 53, 63, 42, 52, 59, 36}));
}

TEST(Textbook, ACrossCorrelationWorkedByHand) {
  // Y(0, 0) = 1*1 + 2*2 + 4*3 + 5*4
  const Convolution valid = convolve2d(kImage, kKernel, cross(Padding::valid));
  EXPECT_EQ(valid.output.values, (std::vector<double>{37, 47, 67, 77}));
}

TEST(Textbook, TermsNameTheirFactors) {
  const Convolution full = convolve2d(kImage, kKernel, convolution(Padding::full));
  const Term* terms = full.terms_of(0, 1);  // X(0,1) K(0,0) + X(0,0) K(0,1), and two zeros
  const std::vector<std::array<double, 7>> expected = {
      {0, 0, 0, 1, 2, 1, 2}, {0, 1, 0, 0, 1, 2, 2}, {1, 0, -1, 1, 0, 3, 0}, {1, 1, -1, 0, 0, 4, 0}};
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const Term& term = terms[i];
    EXPECT_EQ(
        (std::array<double, 7>{static_cast<double>(term.m), static_cast<double>(term.n),
                               static_cast<double>(term.row), static_cast<double>(term.column),
                               term.x, term.k, term.product}),
        expected[i]);
  }
}

TEST(Textbook, TheTermsOfAnOutputAddUpToItBitForBit) {
  const Matrix image = made(6, 7, 0.3), kernel = made(3, 4, 0.9);
  for (const Convention convention : {Convention::convolution, Convention::cross_correlation}) {
    for (const Padding padding : {Padding::full, Padding::same, Padding::valid}) {
      const Convolution result = convolve2d(image, kernel, {convention, padding, 2});
      ASSERT_EQ(result.terms.size(), result.output.values.size() * 12);
      for (std::size_t i = 0; i < result.output.rows; ++i) {
        for (std::size_t j = 0; j < result.output.columns; ++j) {
          double sum = 0;
          for (std::size_t t = 0; t < 12; ++t) sum += result.terms_of(i, j)[t].product;
          EXPECT_EQ(sum, result.output(i, j));
        }
      }
    }
  }
}

TEST(Textbook, ConvolutionIsCrossCorrelationWithTheRotatedKernel) {
  for (const auto& [rows, columns] : {std::pair{3, 3}, {2, 4}, {1, 3}, {4, 1}}) {
    const Matrix image = made(6, 5, 0.3);
    const Matrix kernel =
        made(static_cast<std::size_t>(rows), static_cast<std::size_t>(columns), 1);
    for (const Padding padding : {Padding::full, Padding::same, Padding::valid}) {
      for (const std::size_t stride : {1, 2, 3}) {
        const Matrix straight = convolve2d(image, kernel, convolution(padding, stride)).output;
        const Matrix other = convolve2d(image, turned(kernel), cross(padding, stride)).output;
        EXPECT_EQ(straight.rows, other.rows);
        EXPECT_LE(testing::largest_difference(straight.values, other.values), 1e-15);
      }
    }
  }
}

TEST(Textbook, CrossCorrelationFollowsPyTorch) {
  const nlohmann::json document = testing::read_golden("textbook/textbook.json");
  double largest = 0;
  for (const nlohmann::json& c : document["cases"]) {
    const std::string padding = c["padding"];
    std::size_t index = 0;
    while (names(Padding{})[index] != padding) ++index;
    const Matrix image = made(c["image"][0], c["image"][1], 0.1);
    const Matrix kernel = made(c["kernel"][0], c["kernel"][1], 0.7);
    const Matrix output =
        convolve2d(image, kernel, cross(static_cast<Padding>(index), c["stride"])).output;
    EXPECT_EQ(output.rows, c["rows"].get<std::size_t>()) << c.dump();
    EXPECT_EQ(output.columns, c["columns"].get<std::size_t>()) << c.dump();
    const auto expected = c["output"].get<std::vector<double>>();
    const double difference = testing::largest_difference(output.values, expected);
    EXPECT_LE(difference, 1e-14) << c.dump();
    largest = testing::larger(difference, largest);
  }
  testing::record_difference_in_double(largest);
}

TEST(Textbook, RefusalsNameTheArgumentAndBothNumbers) {
  EXPECT_EQ(refusal({0, 0, {}}, kKernel), "input: expected at least 1 x 1, got 0 x 0");
  EXPECT_EQ(refusal(made(65, 3, 0), kKernel), "input: expected at most 64 x 64, got 65 x 3");
  EXPECT_EQ(refusal(made(20, 20, 0), made(3, 12, 0)),
            "kernel: expected at most 11 x 11, got 3 x 12");
  EXPECT_EQ(refusal({2, 2, {1}}, kKernel), "input: expected 4 values for 2 x 2, got 1");
  EXPECT_EQ(refusal({1, 1, {NAN}}, {1, 1, {1}}), "input: expected finite numbers");
  EXPECT_EQ(refusal(kImage, {1, 0, {}}), "kernel: expected at least 1 x 1, got 1 x 0");
  EXPECT_EQ(refusal(kImage, made(4, 2, 0)),
            "kernel: expected at most the input's 3 x 3 without padding, got 4 x 2");
  EXPECT_EQ(refusal(kImage, made(4, 2, 0), cross(Padding::same)), "accepted");
  EXPECT_EQ(refusal(kImage, kKernel, cross(Padding::same, 0)),
            "stride: expected a positive integer, got 0");
}

}  // namespace
}  // namespace anneal::textbook
