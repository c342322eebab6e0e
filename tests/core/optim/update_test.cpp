// The one-pass update and the sum of squares: sizes around the vector width, misaligned arrays, and
// the same bits wherever an element lies and however many threads there are.
#include "kernels/update.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

#include "kernels/sum_of_squares.h"
#include "kernels/update.h"
#include "optim/adam.h"
#include "optim/lion.h"
#include "parallel/thread_pool.h"
#include "support.h"

namespace anneal::kernels {
namespace {

using testing::random_values;
using testing::Values;

template <class T>
AdamKernel<T> adam() {
  return {T(0.9), T(0.1), T(0.999), T(0.001), T(0.01), T(1e-6)};
}

template <class T>
Adjustment<T> everything() {
  return {T(0.5), T(0.8), T(0.05), T(0.02), T(0.999)};
}

// The same arithmetic, an element at a time.
template <class T>
void adam_reference(const Adjustment<T>& a, T& w, T g, T& m, T& v) {
  const auto rule = adam<T>();
  g = std::min(std::max(g, -a.limit), a.limit) * a.scale + a.decay * w +
      a.l1 * T(w > 0   ? 1
               : w < 0 ? -1
                       : 0);
  w = w * a.shrink;
  m = rule.beta1 * m + rule.one_minus_beta1 * g;
  v = rule.beta2 * v + rule.one_minus_beta2 * g * g;
  w = w - rule.rate * m / (std::sqrt(v) + rule.epsilon);
}

template <class T>
struct Arrays {
  explicit Arrays(std::size_t count)
      : value(random_values<T>(count, 1)),
        gradient(random_values<T>(count, 2)),
        mean(random_values<T>(count, 3)),
        square(random_values<T>(count, 4)) {
    for (T& x : square) x = std::abs(x);
  }
  void run(const Adjustment<T>& adjustment, std::size_t first, std::size_t count) {
    update(adam<T>(), adjustment, value.data() + first, gradient.data() + first,
           std::array<T*, 2>{mean.data() + first, square.data() + first}, count);
  }
  bool operator==(const Arrays&) const = default;

  Values<T> value, gradient, mean, square;
};

template <class T>
class Update : public ::testing::Test {};
using Scalars = ::testing::Types<float, double>;
TYPED_TEST_SUITE(Update, Scalars);

TYPED_TEST(Update, EverySizeAroundTheVectorWidthIsTheReference) {
  using T = TypeParam;
  const T infinity = std::numeric_limits<T>::infinity();
  const Adjustment<T> linear{infinity, T(0.8), T(0.05), T(0), T(0.999)};
  ASSERT_EQ(adjustment_kind(Adjustment<T>{}), AdjustmentKind::none);
  ASSERT_EQ(adjustment_kind(linear), AdjustmentKind::linear);
  ASSERT_EQ(adjustment_kind(everything<T>()), AdjustmentKind::full);
  for (const auto& adjustment : {Adjustment<T>{}, linear, everything<T>()}) {
    for (std::size_t count = 0; count <= 70; ++count) {
      Arrays<T> fast(count), reference(count);
      fast.run(adjustment, 0, count);
      for (std::size_t i = 0; i < count; ++i) {
        adam_reference(adjustment, reference.value[i], reference.gradient[i], reference.mean[i],
                       reference.square[i]);
      }
      const double tolerance = 8 * std::numeric_limits<T>::epsilon();
      testing::expect_close(fast.value, reference.value, tolerance);
      testing::expect_close(fast.mean, reference.mean, tolerance);
      testing::expect_close(fast.square, reference.square, tolerance);
      EXPECT_EQ(fast.gradient, reference.gradient);
    }
  }
}

TYPED_TEST(Update, BitsOfAnElementDoNotDependOnWhereItLies) {
  constexpr std::size_t count = 67;
  Arrays<TypeParam> whole(count), cut(count);
  whole.run(everything<TypeParam>(), 0, count);
  for (std::size_t first = 0, length = 1; first < count; first += length, ++length) {
    cut.run(everything<TypeParam>(), first, std::min(length, count - first));
  }
  EXPECT_TRUE(whole == cut);
}

TYPED_TEST(Update, NeighboursAreLeftAlone) {
  Arrays<TypeParam> touched(40);
  const Arrays<TypeParam> before = touched;
  touched.run({}, 3, 18);
  for (std::size_t i = 0; i < 40; ++i) {
    EXPECT_EQ(touched.value[i] != before.value[i], i >= 3 && i < 21) << i;
    EXPECT_EQ(touched.mean[i] != before.mean[i], i >= 3 && i < 21) << i;
  }
}

TYPED_TEST(Update, AnyNumberOfThreadsGivesTheSameBits) {
  const std::size_t count = 3 * kUpdateTile + 17;
  Arrays<TypeParam> one(count), three(count);
  one.run(everything<TypeParam>(), 0, count);
  set_thread_count(3);
  three.run(everything<TypeParam>(), 0, count);
  set_thread_count(1);
  EXPECT_TRUE(one == three);
}

TYPED_TEST(Update, NotANumberIsNotClippedAway) {
  using T = TypeParam;
  const T nan = std::numeric_limits<T>::quiet_NaN();
  T w = 1, m = 0;
  update(LionKernel<T>{T(0.9), T(0.1), T(0.99), T(0.01), T(0.1)}, everything<T>(), &w, &nan,
         std::array<T*, 1>{&m}, 1);
  EXPECT_TRUE(std::isnan(w));
  EXPECT_TRUE(std::isnan(m));
}

template <class T>
double sum_reference(const Values<T>& x, double limit) {
  double sum = 0;
  for (const T value : x) sum += std::pow(std::min(std::abs(static_cast<double>(value)), limit), 2);
  return sum;
}

TYPED_TEST(Update, SumOfSquaresOfEverySize) {
  using T = TypeParam;
  const T infinity = std::numeric_limits<T>::infinity();
  for (std::size_t count : {0, 1, 3, 4, 5, 31, 63, 64, 65, 129, 4095, 4096, 4097, 70001, 200000}) {
    const Values<T> x = random_values<T>(count, count);
    const double tolerance = 64 * std::numeric_limits<T>::epsilon();
    const double sum = sum_reference<T>(x, 2);
    EXPECT_NEAR(sum_of_squares<T>(x.data(), count, infinity), sum, tolerance * sum) << count;
    const double clamped = sum_reference<T>(x, T(0.25));
    EXPECT_NEAR(sum_of_squares<T>(x.data(), count, T(0.25)), clamped, tolerance * sum) << count;
  }
}

TYPED_TEST(Update, SumOfSquaresIsTheSameOnAnyNumberOfThreads) {
  using T = TypeParam;
  const Values<T> x = random_values<T>(300001, 5);
  const double one = sum_of_squares<T>(x.data(), x.size(), T(0.9));
  set_thread_count(3);
  const double three = sum_of_squares<T>(x.data(), x.size(), T(0.9));
  set_thread_count(1);
  EXPECT_EQ(one, three);
}

TYPED_TEST(Update, SumOfSquaresKeepsANaN) {
  using T = TypeParam;
  for (std::size_t at : {std::size_t{0}, std::size_t{68}}) {
    Values<T> x = random_values<T>(69, 5);
    x[at] = std::numeric_limits<T>::quiet_NaN();
    EXPECT_TRUE(std::isnan(sum_of_squares<T>(x.data(), x.size(), T(0.9)))) << at;
  }
}

}  // namespace
}  // namespace anneal::kernels
