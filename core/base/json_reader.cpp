#include "base/json_reader.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/number_text.h"
#include "base/spelling_suggestion.h"

namespace anneal {

namespace {

// A value as a message shows it, long ones cut.
std::string shown(const Json& value) {
  constexpr std::size_t longest = 60;
  std::string text = to_text(value);
  if (text.size() > longest) text = text.substr(0, longest - 3) + "...";
  return text;
}

std::string integer_text(double value) { return std::to_string(static_cast<std::int64_t>(value)); }

std::string describe_integer(const Range& range, double value) {
  if (range.low == range.high) return integer_text(range.low);
  if (range.low == whole.low && range.high == whole.high) return "an integer";
  // The upper bound of a count is worth a word only to those who meet it.
  if (range.high == kLargestCount && !(value > range.high)) {
    if (range.low == 1) return "a positive integer";
    return "an integer of at least " + integer_text(range.low);
  }
  return integer_in_words(range);
}

}  // namespace

void fail_expected(const std::string& path, const std::string& what, const Json& value) {
  fail_experiment(path, "expected " + what + ", got " + shown(value));
}

Reader::Reader(const Json& json, std::string path) : json_(json), path_(std::move(path)) {
  if (!json.is_object()) fail_expected(path_, "an object {...}", json);
}

std::string Reader::path_of(std::string_view key) const {
  return path_.empty() ? std::string(key) : path_ + "." + std::string(key);
}

const Json* Reader::find(std::string_view key) {
  known_.push_back(key);
  const auto found = json_.find(key);
  return found == json_.end() ? nullptr : &*found;
}

const Json& Reader::need(std::string_view key) {
  if (const Json* found = find(key)) return *found;
  // A key that is missing may be there with a slip in it; that is the more helpful message.
  const std::string_view wanted[] = {key};
  for (const auto& item : json_.items()) {
    const bool read = std::find(known_.begin(), known_.end(), item.key()) != known_.end();
    if (!read && !spelling_suggestion(item.key(), wanted).empty()) fail_unknown(item.key());
  }
  fail_experiment(path_of(key), "missing");
}

void Reader::finish() const {
  for (const auto& item : json_.items()) {
    if (std::find(known_.begin(), known_.end(), item.key()) == known_.end()) {
      fail_unknown(item.key());
    }
  }
}

void Reader::fail_unknown(const std::string& key) const {
  const std::string_view meant = spelling_suggestion(key, known_);
  fail_experiment(path_of(key), meant.empty()
                                    ? "unknown key; known here: " + quoted_list(known_)
                                    : "unknown key; did you mean \"" + std::string(meant) + "\"?");
}

void read_value(const Json& json, const std::string& path, bool& value) {
  if (!json.is_boolean()) fail_expected(path, "true or false", json);
  value = json.get<bool>();
}

void read_value(const Json& json, const std::string& path, std::string& value) {
  if (!json.is_string()) fail_expected(path, "a text in quotes", json);
  value = json.get<std::string>();
}

void read_value(const Json& json, const std::string& path, double& value, const Range& range) {
  if (!json.is_number() || !range.contains(json.get<double>())) {
    fail_expected(path, number_as_interval(range), json);
  }
  value = json.get<double>();
}

double read_integer(const Json& json, const std::string& path, const Range& range) {
  const double value = json.is_number() ? json.get<double>() : 0;
  if (!json.is_number() || value != std::floor(value) || !range.contains(value)) {
    fail_expected(path, describe_integer(range, value), json);
  }
  return value;
}

std::size_t read_choice(const Json& json, const std::string& path,
                        std::span<const std::string_view> choices) {
  if (!json.is_string()) fail_expected(path, quoted_list(choices), json);
  const std::string word = json.get<std::string>();
  const auto found = std::find(choices.begin(), choices.end(), word);
  if (found != choices.end()) return static_cast<std::size_t>(found - choices.begin());
  const std::string_view meant = spelling_suggestion(word, choices);
  fail_experiment(path,
                  "expected " + quoted_list(choices) + ", got " + shown(json) +
                      (meant.empty() ? "" : "; did you mean \"" + std::string(meant) + "\"?"));
}

void expect_list(const Json& json, const std::string& path, const std::string& what) {
  if (!json.is_array()) fail_expected(path, what, json);
}

std::string item_path(const std::string& path, std::size_t index) {
  return path + "[" + std::to_string(index) + "]";
}

}  // namespace anneal
