// Pooling kernels against their definition, with equal values, NaN, overlap and leftover rows.
#include "kernels/pool2d.h"

#include <limits>

#include "layers/pool2d.h"
#include "support.h"

namespace anneal::kernels {
namespace {

using anneal::testing::expect_close;
using anneal::testing::random_values;
using anneal::testing::sum_tolerance;
using anneal::testing::Values;

template <class T>
class Pool2d : public ::testing::Test {};
using Scalars = ::testing::Types<float, double>;
TYPED_TEST_SUITE(Pool2d, Scalars);

template <class T>
void check(const Shape& input_shape, Pair size, Pair stride, const Values<T>& input) {
  const Pool2dGeometry g = pool2d_geometry(input_shape, size, stride, "max_pool2d", "test");
  const std::size_t batch = input.size() / element_count(input_shape);
  const std::size_t outputs = batch * g.out_height * g.out_width * g.channels;
  Values<T> output(outputs), expected(outputs);
  std::vector<std::uint8_t> places(outputs), expected_places(outputs);
  max_pool2d_forward(g, batch, input.data(), output.data(), places.data());
  reference::max_pool2d_forward(g, batch, input.data(), expected.data(), expected_places.data());
  EXPECT_EQ(places, expected_places);
  for (std::size_t i = 0; i < outputs; ++i) {
    EXPECT_TRUE(output[i] == expected[i] || (std::isnan(output[i]) && std::isnan(expected[i])));
  }

  const Values<T> gradient = random_values<T>(outputs, 5);
  Values<T> by_input(input.size(), T(7)), expected_by_input(input.size());
  max_pool2d_backward(g, batch, gradient.data(), places.data(), by_input.data());
  reference::max_pool2d_backward(g, batch, gradient.data(), expected_places.data(),
                                 expected_by_input.data());
  EXPECT_EQ(by_input, expected_by_input);
}

TYPED_TEST(Pool2d, MatchesTheDefinition) {
  for (const std::size_t channels : {1, 2, 3, 4, 5, 8, 16, 19}) {
    const Shape shape = {7, 9, channels};
    const auto input = random_values<TypeParam>(3 * element_count(shape), channels);
    check<TypeParam>(shape, {2, 2}, {2, 2}, input);
    check<TypeParam>(shape, {3, 2}, {1, 2}, input);
    check<TypeParam>(shape, {2, 3}, {3, 4}, input);
    check<TypeParam>(shape, {7, 9}, {1, 1}, input);
  }
}

TYPED_TEST(Pool2d, MarksMaximaThatAreNotPositive) {
  for (const std::size_t channels : {1, 3, 4, 9, 16}) {
    const Shape shape = {7, 9, channels};
    auto input = random_values<TypeParam>(2 * element_count(shape), channels);
    for (auto& value : input) value = value - TypeParam(0.6) < 0 ? 0 : value - TypeParam(0.6);
    input[3] = std::numeric_limits<TypeParam>::quiet_NaN();
    for (const auto& [size, stride] : {std::pair<Pair, Pair>{{2, 2}, {2, 2}}, {{3, 2}, {1, 2}}}) {
      const Pool2dGeometry g = pool2d_geometry(shape, size, stride, "max_pool2d", "test");
      const std::size_t outputs = 2 * g.out_height * g.out_width * channels;
      Values<TypeParam> output(outputs), expected(outputs);
      std::vector<std::uint8_t> places(outputs), all_places(outputs);
      max_pool2d_forward(g, 2, input.data(), output.data(), places.data(), Maxima::positive);
      reference::max_pool2d_forward(g, 2, input.data(), expected.data(), all_places.data());
      const auto gradient = random_values<TypeParam>(outputs, 5);
      Values<TypeParam> by_input(input.size()), expected_by_input(input.size());
      max_pool2d_backward(g, 2, gradient.data(), places.data(), by_input.data());
      reference::max_pool2d_backward(g, 2, gradient.data(), all_places.data(),
                                     expected_by_input.data());
      for (std::size_t i = 0; i < input.size(); ++i) {
        EXPECT_EQ(by_input[i], input[i] > 0 ? expected_by_input[i] : 0) << i;
      }
    }
  }
}

TYPED_TEST(Pool2d, AveragesMatchTheirDefinition) {
  for (const std::size_t channels : {1, 3, 8, 19}) {
    const Shape shape = {7, 9, channels};
    for (const Pair size : {Pair{2, 2}, Pair{3, 2}, Pair{7, 9}}) {
      for (const Pair stride : {Pair{1, 2}, Pair{3, 3}}) {
        const Pool2dGeometry g = pool2d_geometry(shape, size, stride, "avg_pool2d", "test");
        const std::size_t outputs = 2 * g.out_height * g.out_width * channels;
        const auto input = random_values<TypeParam>(2 * element_count(shape), channels);
        const auto gradient = random_values<TypeParam>(outputs, 8);
        Values<TypeParam> output(outputs), expected(outputs);
        avg_pool2d_forward(g, 2, input.data(), output.data());
        reference::avg_pool2d_forward(g, 2, input.data(), expected.data());
        expect_close(output, expected, sum_tolerance<TypeParam>(63));
        Values<TypeParam> by_input(input.size()), expected_by_input(input.size());
        avg_pool2d_backward(g, 2, gradient.data(), by_input.data());
        reference::avg_pool2d_backward(g, 2, gradient.data(), expected_by_input.data());
        expect_close(by_input, expected_by_input, sum_tolerance<TypeParam>(63));
      }
    }
  }
}

TYPED_TEST(Pool2d, ChoosesTheFirstOfEqualValues) {
  check<TypeParam>({4, 4, 5}, {2, 2}, {2, 2}, Values<TypeParam>(80, TypeParam(1)));
}

TYPED_TEST(Pool2d, ChoosesNaN) {
  const Shape shape = {4, 6, 9};
  auto input = random_values<TypeParam>(element_count(shape), 6);
  for (std::size_t i = 0; i < input.size(); i += 7) {
    input[i] = std::numeric_limits<TypeParam>::quiet_NaN();
  }
  check<TypeParam>(shape, {2, 2}, {2, 2}, input);
}

TYPED_TEST(Pool2d, StoresPlacesOfTheLargestWindow) {
  auto input = random_values<TypeParam>(16 * 16 * 5, 7);
  for (std::size_t c = 0; c < 5; ++c) input[255 * 5 + c] = 2;
  check<TypeParam>({16, 16, 5}, {16, 16}, {16, 16}, input);
}

}  // namespace
}  // namespace anneal::kernels
