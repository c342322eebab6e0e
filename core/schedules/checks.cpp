#include "schedules/checks.h"

#include <charconv>
#include <cmath>

namespace anneal::schedules {

std::string format_number(double value) {
  char text[32];
  const auto end = std::to_chars(text, text + sizeof text, value).ptr;
  return std::string(text, end);
}

void Checks::note(std::string key, std::string message) {
  problems_.push_back({std::move(key), std::move(message)});
}

void Checks::nest(const std::string& prefix, std::vector<Problem> problems) {
  for (Problem& problem : problems) note(prefix + "." + problem.key, std::move(problem.message));
}

void Checks::expect(bool good, std::string_view key, std::string_view expected, double value) {
  if (good && std::isfinite(value)) return;
  note(std::string(key), "expected " + std::string(expected) + ", got " + format_number(value));
}

void Checks::above(std::string_view key, double value, double bound) {
  expect(value > bound, key, "a number above " + format_number(bound), value);
}

void Checks::at_least(std::string_view key, double value, double bound) {
  expect(value >= bound, key, "a number of at least " + format_number(bound), value);
}

void Checks::below(std::string_view key, double value, double bound) {
  expect(value < bound, key, "a number below " + format_number(bound), value);
}

void Checks::above_up_to(std::string_view key, double value, double bound, double most) {
  expect(value > bound && value <= most, key,
         "a number above " + format_number(bound) + " and at most " + format_number(most), value);
}

void Checks::within(std::string_view key, double value, double least, double most) {
  expect(value >= least && value <= most, key,
         "a number from " + format_number(least) + " to " + format_number(most), value);
}

void Checks::inside(std::string_view key, double value, double low, double high) {
  expect(value > low && value < high, key,
         "a number above " + format_number(low) + " and below " + format_number(high), value);
}

void Checks::finite(std::string_view key, double value) {
  expect(true, key, "a finite number", value);
}

void Checks::count(std::string_view key, std::int64_t value, std::int64_t least) {
  if (value >= least && value <= kLongest) return;
  note(std::string(key), "expected an integer from " + std::to_string(least) + " to " +
                             std::to_string(kLongest) + ", got " + std::to_string(value));
}

}  // namespace anneal::schedules
