// What may be wrong with the numbers of a schedule, collected rather than thrown, so that a page
// can show every fault beside its control. A message says what was expected and what was found; the
// key is the path below the schedule: "gamma", "warmup.length", "parts[1].schedule.every".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace anneal::schedules {

struct Problem {
  std::string key;
  std::string message;  // "expected a number above 0 and at most 1, got 1.5"
};

// The longest length, in steps or epochs, that a schedule may name: products of two stay exact.
inline constexpr std::int64_t kLongest = 1'000'000'000;

// Each function notes a problem unless the value is finite and in its range.
class Checks {
 public:
  void above(std::string_view key, double value, double bound);
  void at_least(std::string_view key, double value, double bound);
  void below(std::string_view key, double value, double bound);
  void above_up_to(std::string_view key, double value, double bound, double most);
  void within(std::string_view key, double value, double least, double most);
  void inside(std::string_view key, double value, double low, double high);  // neither end allowed
  void count(std::string_view key, std::int64_t value, std::int64_t least);  // up to kLongest
  void finite(std::string_view key, double value);

  void note(std::string key, std::string message);
  // The problems of a part, their keys under "prefix.".
  void nest(const std::string& prefix, std::vector<Problem> problems);

  std::vector<Problem> take() { return std::move(problems_); }

 private:
  void expect(bool good, std::string_view key, std::string_view expected, double value);

  std::vector<Problem> problems_;
};

}  // namespace anneal::schedules
