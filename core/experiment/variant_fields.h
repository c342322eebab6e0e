// A struct out of several, chosen by an object's "type": layers, optimizers, schedules. Adding a
// kind is adding it to the variant and giving it `fields`; nothing here changes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "base/json_reader.h"
#include "base/json_writer.h"

namespace anneal {

// Calls body(alternative) with a default value of each alternative in turn.
template <class Variant, class Body>
void for_each_alternative(Body&& body) {
  [&]<std::size_t... I>(std::index_sequence<I...>) {
    (body(std::variant_alternative_t<I, Variant>{}), ...);
  }(std::make_index_sequence<std::variant_size_v<Variant>>{});
}

// Sets `value` to the alternative that "type" names, with its defaults. `type_of` gives the name of
// an alternative.
template <class Variant, class TypeOf>
void read_type(Reader& reader, Variant& value, TypeOf&& type_of) {
  std::vector<std::string_view> types;
  for_each_alternative<Variant>([&](auto kind) { types.push_back(type_of(kind)); });
  const std::size_t chosen = read_choice(reader.need("type"), reader.path_of("type"), types);
  std::size_t index = 0;
  for_each_alternative<Variant>([&](auto kind) {
    if (index++ == chosen) value = std::move(kind);
  });
}

}  // namespace anneal
