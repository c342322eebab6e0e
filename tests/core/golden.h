// Golden values computed by other frameworks, in files under tests/golden/ beside the scripts that
// made them. Differences are noted in the test report; `npm run exactness` turns them into a table
// (tests/tools/exactness.js).
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>

namespace anneal::testing {

// Reads a file by its path under tests/golden/, such as "optim/optimizers.json".
nlohmann::json read_golden(const std::string& path);

// The larger of two differences; NaN counts as the largest.
inline double larger(double a, double b) { return std::isnan(a) || a > b ? a : b; }

// The largest difference from an expected value, relative to the largest expected magnitude. NaN
// where a value is NaN or the lengths differ.
template <class A, class B>
double largest_difference(const A& actual, const B& expected) {
  if (actual.size() != expected.size()) return std::nan("");
  double scale = 1e-30, largest = 0;
  for (const auto value : expected) scale = std::max(scale, std::abs(static_cast<double>(value)));
  for (std::size_t i = 0; i < actual.size(); ++i) {
    const double difference = static_cast<double>(actual[i]) - static_cast<double>(expected[i]);
    largest = larger(std::abs(difference) / scale, largest);
  }
  return largest;
}

// Records the largest difference of the running test in the test report.
void record_difference_in_double(double difference);
void record_difference_in_float(double difference);

}  // namespace anneal::testing
