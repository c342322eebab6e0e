#include "textbook/pooling.h"

#include <gtest/gtest.h>

#include <string>

#include "errors.h"

namespace anneal::textbook {
namespace {

const Matrix kImage{3, 4, {1, 5, 2, 2, 4, 3, 2, 2, 9, 8, 7, 6}};

std::string refusal(const PoolSettings& settings, const Matrix& input = kImage) {
  return anneal::testing::refusal_of(ErrorKind::experiment, [&] { pool2d(input, settings); });
}

TEST(TextbookPooling, ReturnsTheMaximumOfEachWindowAndItsMember) {
  const Pooling pooled = pool2d(kImage, {PoolKind::max, 2, 2, 2});
  EXPECT_EQ(pooled.output.rows, 1u);  // the last row fills no window
  EXPECT_EQ(pooled.output.values, (std::vector<double>{5, 2}));
  EXPECT_EQ(pooled.winners, (std::vector<std::size_t>{1, 0}));  // the first among equals
  ASSERT_EQ(pooled.members.size(), 8u);
  const Member& last = pooled.members[7];
  EXPECT_EQ(last.m, 1u);
  EXPECT_EQ(last.n, 1u);
  EXPECT_EQ(last.row, 1u);
  EXPECT_EQ(last.column, 3u);
  EXPECT_EQ(last.x, 2);
}

TEST(TextbookPooling, WindowsMayOverlap) {
  const Pooling pooled = pool2d(kImage, {PoolKind::max, 2, 3, 1});
  EXPECT_EQ(pooled.output.values, (std::vector<double>{5, 5, 9, 8}));
  EXPECT_EQ(pooled.winners, (std::vector<std::size_t>{1, 0, 3, 3}));
}

TEST(TextbookPooling, TheMeanOfEachWindowHasNoWinner) {
  const Pooling pooled = pool2d(kImage, {PoolKind::average, 2, 2, 2});
  EXPECT_EQ(pooled.output.values, (std::vector<double>{13.0 / 4, 2}));
  EXPECT_TRUE(pooled.winners.empty());
}

TEST(TextbookPooling, RefusalsNameTheArgumentAndBothNumbers) {
  EXPECT_EQ(refusal({.rows = 0}), "size: expected at least 1 x 1, got 0 x 2");
  EXPECT_EQ(refusal({.rows = 4}), "size: expected at most the input's 3 x 4, got 4 x 2");
  EXPECT_EQ(refusal({.stride = 0}), "stride: expected a positive integer, got 0");
  EXPECT_EQ(refusal({}, {0, 1, {}}), "input: expected at least 1 x 1, got 0 x 1");
}

}  // namespace
}  // namespace anneal::textbook
