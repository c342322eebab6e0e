// Activation kernels against their definitions: lengths, alignments, large arguments and NaN.
#include "kernels/activation.h"

#include <limits>

#include "parallel/thread_pool.h"
#include "support.h"

namespace anneal::kernels {
namespace {

using anneal::testing::random_values;
using anneal::testing::Values;

constexpr Activation kAll[] = {Activation::relu, Activation::leaky_relu, Activation::elu,
                               Activation::gelu, Activation::sigmoid,    Activation::tanh};

template <class T>
class Activations : public ::testing::Test {
 protected:
  static constexpr T kParameter = T(0.3);
  // Relative to max(1, |x|, |f(x)|). The vector functions err by a few units in the last place,
  // erfc of a large argument by a little more.
  static constexpr double kTolerance = 32 * std::numeric_limits<T>::epsilon();

  static void expect_near(const Values<T>& actual, const Values<T>& expected, const Values<T>& x) {
    ASSERT_EQ(actual.size(), expected.size());
    for (std::size_t i = 0; i < actual.size(); ++i) {
      const double scale = std::max<double>({1, std::abs(x[i]), std::abs(expected[i])});
      ASSERT_NEAR(actual[i], expected[i], kTolerance * scale) << "element " << i;
    }
  }
};
using Scalars = ::testing::Types<float, double>;
TYPED_TEST_SUITE(Activations, Scalars);

TYPED_TEST(Activations, MatchTheirDefinitionsAtAnyLengthAndAlignment) {
  for (const Activation activation : kAll) {
    for (std::size_t count = 1; count < 40; ++count) {
      for (const std::size_t offset : {0, 1, 3}) {
        SCOPED_TRACE(::testing::Message() << static_cast<int>(activation) << ", " << count);
        auto x = random_values<TypeParam>(count + offset, count);
        for (auto& value : x) value *= 6;
        const auto gradient = random_values<TypeParam>(count + offset, count + 1);
        Values<TypeParam> y(x.size()), dx(x.size()), expected_y(x.size()), expected_dx(x.size());
        activation_forward(activation, this->kParameter, x.data() + offset, y.data() + offset,
                           count);
        reference::activation_forward(activation, this->kParameter, x.data() + offset,
                                      expected_y.data() + offset, count);
        this->expect_near(y, expected_y, x);
        const auto& values = gradient_from_output(activation) ? expected_y : x;
        activation_backward(activation, this->kParameter, values.data() + offset,
                            gradient.data() + offset, dx.data() + offset, count);
        reference::activation_backward(activation, this->kParameter, values.data() + offset,
                                       gradient.data() + offset, expected_dx.data() + offset,
                                       count);
        this->expect_near(dx, expected_dx, x);
      }
    }
  }
}

TYPED_TEST(Activations, MatchTheirDefinitionsOverSeveralTiles) {
  constexpr std::size_t kCount = (std::size_t{1} << 15) + 3;
  const auto x = random_values<TypeParam>(kCount, 1);
  const auto gradient = random_values<TypeParam>(kCount, 2);
  Values<TypeParam> y(kCount), dx(kCount), expected_y(kCount), expected_dx(kCount);
  constexpr Activation kElu = Activation::elu;
  reference::activation_forward(kElu, this->kParameter, x.data(), expected_y.data(), kCount);
  reference::activation_backward(kElu, this->kParameter, expected_y.data(), gradient.data(),
                                 expected_dx.data(), kCount);
  for (const std::size_t threads : {1, 3}) {
    set_thread_count(threads);
    activation_forward(kElu, this->kParameter, x.data(), y.data(), kCount);
    activation_backward(kElu, this->kParameter, expected_y.data(), gradient.data(), dx.data(),
                        kCount);
    this->expect_near(y, expected_y, x);
    this->expect_near(dx, expected_dx, x);
  }
  set_thread_count(1);
}

TYPED_TEST(Activations, StayFiniteForLargeArguments) {
  const Values<TypeParam> x = {-1000, -100, -20, 0, 20, 100, 1000};
  for (const Activation activation : kAll) {
    Values<TypeParam> y(x.size()), expected(x.size());
    activation_forward(activation, this->kParameter, x.data(), y.data(), x.size());
    reference::activation_forward(activation, this->kParameter, x.data(), expected.data(),
                                  x.size());
    for (std::size_t i = 0; i < x.size(); ++i) {
      EXPECT_NEAR(y[i], expected[i], this->kTolerance * (1 + std::abs(expected[i])));
    }
  }
}

TYPED_TEST(Activations, KeepNaN) {
  const Values<TypeParam> x(9, std::numeric_limits<TypeParam>::quiet_NaN());
  for (const Activation activation : kAll) {
    Values<TypeParam> y(x.size());
    activation_forward(activation, this->kParameter, x.data(), y.data(), x.size());
    for (const TypeParam value : y) EXPECT_TRUE(std::isnan(value)) << static_cast<int>(activation);
  }
}

TYPED_TEST(Activations, GiveAnElementTheSameBitsAtAnyPosition) {
  const auto x = random_values<TypeParam>(23, 5);
  for (const Activation activation : kAll) {
    Values<TypeParam> all(23), one(1);
    activation_forward(activation, this->kParameter, x.data(), all.data(), 23);
    for (std::size_t i = 0; i < 23; ++i) {
      activation_forward(activation, this->kParameter, x.data() + i, one.data(), 1);
      EXPECT_EQ(one[0], all[i]);
    }
  }
}

}  // namespace
}  // namespace anneal::kernels
