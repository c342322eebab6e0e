#include "layers/window.h"

#include <string_view>

#include "base/json_reader.h"

namespace anneal {

void read_value(const Json& json, const std::string& path, Pair& value) {
  if (!json.is_array()) {
    read_value(json, path, value[0], positive);
    value[1] = value[0];
    return;
  }
  if (json.size() != 2) fail_expected(path, "a positive integer or [height, width]", json);
  for (std::size_t i = 0; i < 2; ++i) read_value(json[i], item_path(path, i), value[i], positive);
}

Json write_value(const Pair& value) {
  return value[0] == value[1] ? Json(value[0]) : Json::array({value[0], value[1]});
}

void describe_value(Json& description, const Pair&) { description["type"] = "pair"; }

void read_value(const Json& json, const std::string& path, Padding& value) {
  if (json.is_string()) {
    static constexpr std::array<std::string_view, 2> choices = {"valid", "same"};
    value.kind = read_choice(json, path, choices) == 0 ? Padding::valid : Padding::same;
    return;
  }
  value.kind = Padding::explicit_size;
  if (json.is_number()) {
    read_value(json, path, value.sides[0], not_negative);
    value.sides.fill(value.sides[0]);
    return;
  }
  if (!json.is_array() || json.size() != 4) {
    fail_expected(path, "\"same\", \"valid\", a number or [top, bottom, left, right]", json);
  }
  for (std::size_t i = 0; i < 4; ++i) {
    read_value(json[i], item_path(path, i), value.sides[i], not_negative);
  }
}

Json write_value(const Padding& value) {
  const auto& sides = value.sides;
  if (value.kind != Padding::explicit_size) return value.kind == Padding::same ? "same" : "valid";
  const bool equal = sides[0] == sides[1] && sides[0] == sides[2] && sides[0] == sides[3];
  return equal ? Json(sides[0]) : Json(sides);
}

void describe_value(Json& description, const Padding&) { description["type"] = "padding"; }

}  // namespace anneal
