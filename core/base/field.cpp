#include "base/field.h"

#include <cmath>
#include <cstdint>

#include "base/number_text.h"

namespace anneal {

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

}  // namespace

bool Range::contains(double value) const {
  return std::isfinite(value) && (low_open ? value > low : value >= low) &&
         (high_open ? value < high : value <= high);
}

std::string number_in_words(const Range& range) {
  const std::string low = number_text(range.low);
  const std::string high = number_text(range.high);
  if (range.low == -kInfinity) {
    if (range.high == kInfinity) return "a finite number";
    return (range.high_open ? "a number below " : "a number of at most ") + high;
  }
  if (range.high == kInfinity) {
    return (range.low_open ? "a number above " : "a number of at least ") + low;
  }
  if (!range.low_open && !range.high_open) return "a number from " + low + " to " + high;
  return (range.low_open ? "a number above " : "a number of at least ") + low +
         (range.high_open ? " and below " : " and at most ") + high;
}

std::string number_as_interval(const Range& range) {
  if (range.low == -kInfinity && range.high == kInfinity) return "a number";
  if (range.high == kInfinity) return number_in_words(range);
  return std::string("a number in ") + (range.low_open ? "(" : "[") + number_text(range.low) +
         ", " + number_text(range.high) + (range.high_open ? ")" : "]");
}

std::string integer_in_words(const Range& range) {
  return "an integer from " + std::to_string(static_cast<std::int64_t>(range.low)) + " to " +
         std::to_string(static_cast<std::int64_t>(range.high));
}

}  // namespace anneal
