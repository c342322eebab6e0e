// Random numbers and comparisons shared by several tests.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "base/random.h"
#include "tensor/tensor.h"

namespace anneal::testing {

template <class T>
using Values = std::vector<T, AlignedAllocator<T>>;

// Random numbers in [-1, 1), determined by the seed.
template <class T>
Values<T> random_values(std::size_t count, std::uint64_t seed) {
  Random random(seed, stream_id("test"));
  Values<T> values(count);
  for (T& value : values) value = static_cast<T>(random.uniform(-1, 1));
  return values;
}

// Distinct numbers around zero with distances of at least 0.005 from zero and from each other, so
// that finite differences do not cross a kink of a relu or a maximum.
template <class T>
Values<T> spaced_values(std::size_t count, std::uint64_t seed) {
  Values<T> values(count);
  for (std::size_t i = 0; i < count; ++i) {
    values[i] =
        static_cast<T>((static_cast<double>(i) - static_cast<double>(count) / 2 + 0.5) * 0.01);
  }
  Random(seed, stream_id("test")).shuffle(std::span<T>(values));
  return values;
}

// Each element must be within `tolerance`, relative to the largest expected magnitude.
template <class A, class B>
void expect_close(const A& actual, const B& expected, double tolerance) {
  ASSERT_EQ(actual.size(), expected.size());
  double scale = 1e-30;
  for (const auto value : expected) scale = std::max(scale, std::abs(static_cast<double>(value)));
  for (std::size_t i = 0; i < actual.size(); ++i) {
    const double difference = static_cast<double>(actual[i]) - static_cast<double>(expected[i]);
    ASSERT_LE(std::abs(difference), tolerance * scale)
        << "element " << i << ": " << actual[i] << " instead of " << expected[i];
  }
}

// The rounding error of a sum of `terms` products of numbers in [-1, 1).
template <class T>
double sum_tolerance(std::size_t terms) {
  return std::numeric_limits<T>::epsilon() * (4 + std::sqrt(static_cast<double>(terms)) * 4);
}

}  // namespace anneal::testing
