#include "data/drawing.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace anneal {
namespace {

TEST(Drawing, ApproximateNormalHasMeanZeroAndDeviationOne) {
  Random random(1);
  double sum = 0, squares = 0;
  float least = 0, most = 0;
  constexpr int kDraws = 100000;
  for (int i = 0; i < kDraws; ++i) {
    const float value = approximate_normal(random);
    sum += value;
    squares += static_cast<double>(value) * value;
    least = std::min(least, value);
    most = std::max(most, value);
  }
  EXPECT_NEAR(sum / kDraws, 0, 0.015);
  EXPECT_NEAR(squares / kDraws, 1, 0.02);
  EXPECT_GE(least, -3);
  EXPECT_LT(most, 3);
  EXPECT_GT(most, 2.5);
}

TEST(Drawing, RotationHasTheAngleAndLengthOne) {
  for (const float half : {-0.9f, -0.1f, 0.0f, 0.05f, 1.0f}) {
    const Rotation result = rotation(half);
    EXPECT_NEAR(result.cosine, std::cos(2 * std::atan(half)), 1e-6);
    EXPECT_NEAR(result.sine, std::sin(2 * std::atan(half)), 1e-6);
  }
}

TEST(Drawing, NoiseHasItsDeviationAndStaysInRange) {
  const std::vector<float> levels(40000, 0.5f);
  std::vector<std::uint8_t> bytes(levels.size());
  Random random(2);
  write_noisy(levels.data(), levels.size(), 0.1, random, bytes.data());
  double sum = 0, squares = 0;
  for (const std::uint8_t byte : bytes) {
    const double off = byte / 255.0 - 0.5;
    sum += off;
    squares += off * off;
  }
  EXPECT_NEAR(sum / 40000, 0, 0.002);
  EXPECT_NEAR(std::sqrt(squares / 40000), 0.1, 0.002);
}

TEST(Drawing, WithoutNoiseLevelsAreRoundedAndClamped) {
  const std::vector<float> levels{-0.3f, 0.0f, 0.5f, 1.4f};
  std::vector<std::uint8_t> bytes(4);
  Random random(2);
  write_noisy(levels.data(), 4, 0, random, bytes.data());
  EXPECT_EQ(bytes, (std::vector<std::uint8_t>{0, 0, 128, 255}));
}

}  // namespace
}  // namespace anneal
