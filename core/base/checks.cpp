#include "base/checks.h"

#include "base/number_text.h"

namespace anneal {

void Checks::note(std::string key, std::string message) {
  problems_.push_back({std::move(key), std::move(message)});
}

void Checks::nest(const std::string& prefix, std::vector<Problem> problems) {
  for (Problem& problem : problems) note(prefix + "." + problem.key, std::move(problem.message));
}

void Checks::number(std::string_view key, double value, const Range& range) {
  if (range.contains(value)) return;
  note(std::string(key), "expected " + number_in_words(range) + ", got " + number_text(value));
}

void Checks::integer(std::string_view key, std::int64_t value, const Range& range) {
  if (range.contains(static_cast<double>(value))) return;
  note(std::string(key), "expected " + integer_in_words(range) + ", got " + std::to_string(value));
}

}  // namespace anneal
