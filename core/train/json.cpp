#include "train/json.h"

#include <algorithm>
#include <string>

#include "tensor/error.h"

namespace anneal {

namespace {

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
  try {
    return Json::parse(text.begin(), text.end());
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
