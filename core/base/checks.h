// Problems of a settings struct, collected rather than thrown, so that a page can show each beside
// its control. A message says what was expected and what was found. The key is the path below the
// struct: "gamma", "warmup.length", "parts[1].schedule.every".
//
// The range of one key stands in the list of keys (base/field.h). A kind's own
// `check(Checks&) const` names only relations between keys.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/field.h"

namespace anneal {

struct Problem {
  std::string key;
  std::string message;  // "expected a number above 0 and at most 1, got 1.5"
};

class Checks {
 public:
  // Each notes a problem unless the value is finite and in its range.
  void number(std::string_view key, double value, const Range& range);
  void integer(std::string_view key, std::int64_t value, const Range& range);

  void note(std::string key, std::string message);
  // The problems of a part, their keys under "prefix.".
  void nest(const std::string& prefix, std::vector<Problem> problems);

  std::vector<Problem> take() { return std::move(problems_); }

 private:
  std::vector<Problem> problems_;
};

}  // namespace anneal
