#include "base/json.h"

#include <algorithm>
#include <string>

#include "base/error.h"

namespace anneal {

namespace {

// What is read is gone through by recursion, and a stack in WebAssembly is small.
constexpr int kDeepest = 64;

// "line 3, column 14" of a byte offset, both from 1.
std::string place_of(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  const auto lines = std::count(before.begin(), before.end(), '\n');
  const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0
  return "line " + std::to_string(lines + 1) + ", column " +
         std::to_string(before.size() - line_start + 1);
}

}  // namespace

Json parse_json(std::string_view text, std::string_view what) {
  const auto check_depth = [&](int depth, Json::parse_event_t, const Json&) {
    if (depth > kDeepest) {
      fail_experiment(
          "", std::string(what) + " is nested more than " + std::to_string(kDeepest) + " deep");
    }
    return true;
  };
  try {
    return Json::parse(text.begin(), text.end(), check_depth);
  } catch (const Json::parse_error& error) {
    const std::size_t offset = error.byte == 0 ? 0 : error.byte - 1;
    fail_experiment("", std::string(what) + " is not JSON: unexpected text or end at " +
                            place_of(text, offset));
  } catch (const Json::out_of_range&) {
    fail_experiment("", std::string(what) + " holds a number that is too large");
  }
}

std::string to_text(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace anneal
