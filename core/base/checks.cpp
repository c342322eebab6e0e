#include "base/checks.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace anneal::schedules {

namespace {

// As tensor/number_text.h, which schedules, that know nothing else of the core, do not use.
std::string number_text(double value) {
  char text[32];
  for (int digits = 6; digits <= 17; ++digits) {
    std::snprintf(text, sizeof text, "%.*g", digits, value);
    if (std::strtod(text, nullptr) == value) break;
  }
  return text;
}

}  // namespace

void Checks::note(std::string key, std::string message) {
  problems_.push_back({std::move(key), std::move(message)});
}

void Checks::nest(const std::string& prefix, std::vector<Problem> problems) {
  for (Problem& problem : problems) note(prefix + "." + problem.key, std::move(problem.message));
}

void Checks::expect(bool good, std::string_view key, std::string_view expected, double value) {
  if (good && std::isfinite(value)) return;
  note(std::string(key), "expected " + std::string(expected) + ", got " + number_text(value));
}

void Checks::above(std::string_view key, double value, double bound) {
  expect(value > bound, key, "a number above " + number_text(bound), value);
}

void Checks::at_least(std::string_view key, double value, double bound) {
  expect(value >= bound, key, "a number of at least " + number_text(bound), value);
}

void Checks::below(std::string_view key, double value, double bound) {
  expect(value < bound, key, "a number below " + number_text(bound), value);
}

void Checks::above_up_to(std::string_view key, double value, double bound, double most) {
  expect(value > bound && value <= most, key,
         "a number above " + number_text(bound) + " and at most " + number_text(most), value);
}

void Checks::within(std::string_view key, double value, double least, double most) {
  expect(value >= least && value <= most, key,
         "a number from " + number_text(least) + " to " + number_text(most), value);
}

void Checks::inside(std::string_view key, double value, double low, double high) {
  expect(value > low && value < high, key,
         "a number above " + number_text(low) + " and below " + number_text(high), value);
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
