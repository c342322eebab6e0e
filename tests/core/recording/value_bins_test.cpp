// The index of a bin against the edges.
#include "recording/value_bins.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "base/random.h"

namespace anneal {
namespace {

TEST(ValueBins, HaveTheDocumentedWidth) {
  const auto edges = ValueBins::edges();
  EXPECT_EQ(ValueBins::kCount, 401u);
  EXPECT_EQ(edges.front(), -1024);
  EXPECT_EQ(edges.back(), 1024);
  EXPECT_EQ(edges[ValueBins::kZero + 1], std::ldexp(1.0, -40));
  EXPECT_EQ(edges[ValueBins::kZero], -edges[ValueBins::kZero + 1]);
  for (std::size_t i = ValueBins::kZero + 1; i < ValueBins::kCount; ++i) {
    EXPECT_NEAR(edges[i + 1] / edges[i], std::exp2(0.25), 1e-12);
  }
}

TEST(ValueBins, ContainTheEdgeNearerToZero) {
  EXPECT_EQ(ValueBins::index(0.0f), ValueBins::kZero);
  EXPECT_EQ(ValueBins::index(-0.0f), ValueBins::kZero);
  EXPECT_EQ(ValueBins::index(0x1p-41f), ValueBins::kZero);
  EXPECT_EQ(ValueBins::index(0x1p-40f), ValueBins::kZero + 1);
  EXPECT_EQ(ValueBins::index(-0x1p-40f), ValueBins::kZero - 1);
  EXPECT_EQ(ValueBins::index(1.0f), ValueBins::index(1.18f));
  EXPECT_EQ(ValueBins::index(1.19f), ValueBins::index(1.0f) + 1);
  EXPECT_EQ(ValueBins::index(std::nextafter(1.0f, 0.0f)), ValueBins::index(1.0f) - 1);
}

TEST(ValueBins, LargeValuesAndNaNAreInTheOutermost) {
  const float infinity = std::numeric_limits<float>::infinity();
  for (const float large : {1023.0f, 1024.0f, 1e30f, infinity}) {
    EXPECT_EQ(ValueBins::index(large), ValueBins::kCount - 1);
    EXPECT_EQ(ValueBins::index(-large), 0u);
  }
  const std::size_t none = ValueBins::index(std::numeric_limits<float>::quiet_NaN());
  EXPECT_TRUE(none == 0 || none == ValueBins::kCount - 1);
  EXPECT_EQ(ValueBins::index(std::numeric_limits<float>::denorm_min()), ValueBins::kZero);
}

TEST(ValueBins, EveryValueLiesBetweenTheEdgesOfItsBin) {
  const auto edges = ValueBins::edges();
  Random random(1, stream_id("value bins"));
  for (int i = 0; i < 100'000; ++i) {
    const double size = std::exp2(-42 + 51 * random.uniform());
    const auto value = static_cast<float>(random.uniform() < 0.5 ? size : -size);
    const std::size_t bin = ValueBins::index(value);
    EXPECT_TRUE(value > 0 ? edges[bin] <= value : edges[bin] < value) << value;
    EXPECT_TRUE(value > 0 ? value < edges[bin + 1] : value <= edges[bin + 1]) << value;
  }
}

}  // namespace
}  // namespace anneal
