// Fills structs from golden documents through the `keys` that they list. It trusts the file:
// checking a document is not its business.
#pragma once

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <vector>

#include "base/field.h"
#include "schedules/families/piecewise.h"

namespace anneal::testing {

template <class T>
void read_document(const nlohmann::json& document, T& value);

// Fills the members that the document names.
template <class T>
struct KeyReader {
  const nlohmann::json& document;
  T& object;

  template <class M>
  void required(const char* key, M member, const Field& = {}) {
    read_document(document.at(key), object.*member);
  }
  template <class M>
  void optional(const char* key, M member, const Field& = {}) {
    if (document.contains(key)) required(key, member);
  }
};

template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {};

template <class T>
void read_document(const nlohmann::json& document, T& value) {
  if constexpr (std::is_enum_v<T>) {
    const auto all = names(T{});
    const auto found = std::find(all.begin(), all.end(), document.get<std::string>());
    if (found == all.end()) throw std::runtime_error("unknown name " + document.dump());
    value = static_cast<T>(found - all.begin());
  } else if constexpr (IsOptional<T>::value) {
    read_document(document, value.emplace());
  } else if constexpr (requires(KeyReader<T> reader) { T::keys(reader); }) {
    T::keys(KeyReader<T>{document, value});
  } else if constexpr (std::is_same_v<T, std::vector<schedules::Knot>>) {
    for (const nlohmann::json& knot : document) value.push_back({knot.at(0), knot.at(1)});
  } else {
    value = document.get<T>();
  }
}

}  // namespace anneal::testing
