// The packed product against its definition, for sizes around the tile and block sizes.
#include "kernels/gemm.h"

#include "kernels/tile.h"
#include "support.h"

namespace anneal::kernels {
namespace {

using anneal::testing::expect_close;
using anneal::testing::random_values;
using anneal::testing::sum_tolerance;
using anneal::testing::Values;

template <class T>
class Gemm : public ::testing::Test {};
using Scalars = ::testing::Types<float, double>;
TYPED_TEST_SUITE(Gemm, Scalars);

struct Case {
  std::size_t m, n, k;
  bool transpose_a = false, transpose_b = false;
  bool bias = false, relu = false;
  std::size_t padding = 0;  // elements between the rows of each matrix
  std::size_t offset = 0;   // elements by which the data is misaligned
};

template <class T>
void check(const Case& c) {
  SCOPED_TRACE(::testing::Message() << c.m << " x " << c.n << " x " << c.k << " transposed "
                                    << c.transpose_a << c.transpose_b << " offset " << c.offset);
  const std::size_t a_stride = (c.transpose_a ? c.m : c.k) + c.padding;
  const std::size_t b_stride = (c.transpose_b ? c.k : c.n) + c.padding;
  const std::size_t c_stride = c.n + c.padding;
  const Values<T> a = random_values<T>(c.offset + a_stride * (c.transpose_a ? c.k : c.m), 1);
  const Values<T> b = random_values<T>(c.offset + b_stride * (c.transpose_b ? c.n : c.k), 2);
  const Values<T> bias = random_values<T>(c.n, 3);
  const Matrix<T> a_matrix = {a.data() + c.offset, a_stride, c.transpose_a};
  const Matrix<T> b_matrix = {b.data() + c.offset, b_stride, c.transpose_b};
  const Epilogue<T> epilogue = {c.bias ? bias.data() : nullptr, c.relu};

  // The padding between the rows of C must not change.
  Values<T> actual(c.offset + c_stride * c.m, T(7)), expected = actual;
  gemm(c.m, c.n, c.k, a_matrix, b_matrix, actual.data() + c.offset, c_stride, epilogue);
  reference::gemm(c.m, c.n, c.k, a_matrix, b_matrix, expected.data() + c.offset, c_stride,
                  epilogue);
  expect_close(actual, expected, sum_tolerance<T>(c.k));
}

// The sizes next to multiples of each edge.
std::vector<std::size_t> around(std::initializer_list<std::size_t> edges) {
  std::vector<std::size_t> sizes = {1, 2, 3};
  for (const std::size_t edge : edges) {
    for (const std::size_t size : {edge - 1, edge, edge + 1}) {
      if (size > 0) sizes.push_back(size);
    }
  }
  return sizes;
}

TYPED_TEST(Gemm, IsExactAroundTheEdgesOfATile) {
  for (const std::size_t m : around({kRows, 2 * kRows})) {
    for (const std::size_t n : around({kColumns<TypeParam>, 2 * kColumns<TypeParam>})) {
      for (const std::size_t k : {1, 5, 64}) check<TypeParam>({.m = m, .n = n, .k = k});
    }
  }
}

TYPED_TEST(Gemm, IsExactAroundTheEdgesOfABlock) {
  for (const std::size_t m : {kRowBlock - 1, kRowBlock, kRowBlock + 1, 2 * kRowBlock + 5}) {
    check<TypeParam>({.m = m, .n = 33, .k = 40});
  }
  for (const std::size_t n : {kColumnBlock - 1, kColumnBlock, kColumnBlock + 1}) {
    check<TypeParam>({.m = 13, .n = n, .k = 19, .bias = true});
  }
  for (const std::size_t k : {kDepth - 1, kDepth, kDepth + 1, 3 * kDepth + 1}) {
    check<TypeParam>({.m = 19, .n = 21, .k = k, .bias = true, .relu = true});
  }
}

TYPED_TEST(Gemm, TakesTransposedAndPaddedOperandsAtAnyAlignment) {
  for (const bool transpose_a : {false, true}) {
    for (const bool transpose_b : {false, true}) {
      for (const std::size_t offset : {0, 1, 3}) {
        check<TypeParam>({.m = 23,
                          .n = 37,
                          .k = 41,
                          .transpose_a = transpose_a,
                          .transpose_b = transpose_b,
                          .bias = true,
                          .padding = 5,
                          .offset = offset});
      }
    }
  }
}

TYPED_TEST(Gemm, ReluOfTheEpilogueKeepsNaN) {
  const std::vector<TypeParam> a = {std::numeric_limits<TypeParam>::quiet_NaN(), -1, 1};
  const std::vector<TypeParam> b = {2};
  std::vector<TypeParam> c(3);
  gemm<TypeParam>(3, 1, 1, {a.data(), 1}, {b.data(), 1}, c.data(), 1, {nullptr, true});
  EXPECT_TRUE(std::isnan(c[0]));
  EXPECT_EQ(c[1], 0);
  EXPECT_EQ(c[2], 2);
}

TYPED_TEST(Gemm, ColumnSumsAreExactAtAnySize) {
  for (const std::size_t rows : {1, 7, 255, 256, 257, 1000}) {
    for (const std::size_t columns : {1, 3, 63, 64, 65, 130}) {
      const Values<TypeParam> a = random_values<TypeParam>(rows * columns, 4);
      Values<TypeParam> actual(columns), expected(columns);
      column_sums(a.data(), rows, columns, actual.data());
      reference::column_sums(a.data(), rows, columns, expected.data());
      expect_close(actual, expected, sum_tolerance<TypeParam>(rows) * 4);
    }
  }
}

}  // namespace
}  // namespace anneal::kernels
