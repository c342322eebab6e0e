#include "kernels/elementwise.h"

#include <limits>

#include "support.h"

namespace anneal::kernels {
namespace {

using anneal::testing::random_values;
using anneal::testing::Values;

template <class T>
class Elementwise : public ::testing::Test {};
using Scalars = ::testing::Types<float, double>;
TYPED_TEST_SUITE(Elementwise, Scalars);

TYPED_TEST(Elementwise, ReluMatchesItsDefinitionAtAnyLengthAndAlignment) {
  for (std::size_t count = 0; count < 70; ++count) {
    for (const std::size_t offset : {0, 1, 3}) {
      const auto x = random_values<TypeParam>(count + offset, count);
      const auto gradient = random_values<TypeParam>(count + offset, count + 1);
      Values<TypeParam> y(count + offset), by_input(count + offset);
      relu_forward(x.data() + offset, y.data() + offset, count);
      relu_backward(y.data() + offset, gradient.data() + offset, by_input.data() + offset, count);
      for (std::size_t i = offset; i < count + offset; ++i) {
        EXPECT_EQ(y[i], x[i] > 0 ? x[i] : 0);
        EXPECT_EQ(by_input[i], x[i] > 0 ? gradient[i] : 0);
      }
    }
  }
}

TYPED_TEST(Elementwise, ReluKeepsNaNAndStopsTheGradientAtZero) {
  Values<TypeParam> x(17, std::numeric_limits<TypeParam>::quiet_NaN()), y(17);
  relu_forward(x.data(), y.data(), 17);
  for (const TypeParam value : y) EXPECT_TRUE(std::isnan(value));
  const Values<TypeParam> zero(17, TypeParam(0)), gradient(17, TypeParam(1));
  relu_backward(zero.data(), gradient.data(), y.data(), 17);
  for (const TypeParam value : y) EXPECT_EQ(value, 0);
}

}  // namespace
}  // namespace anneal::kernels
