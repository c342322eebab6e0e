// Reading, writing, checking and describing of settings structs that list their keys
// (base/field.h). A list becomes a table of the members of one object (`fields_of`), so that what
// works on it is compiled once, not once a struct.
//
// A member may be a bool, a number, a string, an enum with `names`, an optional or a list of those,
// a struct with keys, or a type with its own read_value, write_value and describe_value.
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/checks.h"
#include "base/field.h"
#include "base/json.h"
#include "base/json_reader.h"

namespace anneal {

// Whether ranges are checked as a value is read, or left to problems_of, which finds all of them.
enum class Ranges { while_reading, afterwards };

// What one member type can do. `value` points to the member.
struct FieldType {
  void (*read)(const Json& json, const std::string& path, void* value, const Field& field,
               Ranges ranges);
  // Discarded where the key is left out.
  Json (*write)(const void* value);
  void (*check)(const std::string& key, const void* value, const Field& field, Checks& checks);
  // Sets "type", the range, and what else belongs to the type.
  void (*describe)(Json& description, const void* value, const Field& field);
  void (*assign)(void* value, const void* other);
};

// One key of one object.
struct FieldRef {
  std::string_view key;
  Field field;
  bool required;
  void* value;
  const FieldType* type;
  const void* same_as = nullptr;  // the member whose value a missing key takes
};
using FieldRefs = std::vector<FieldRef>;

struct AnyVisitor {
  void required(std::string_view, auto, const Field& = {}) {}
  void optional(std::string_view, auto, const Field& = {}) {}
  void optional_same_as(std::string_view, auto, auto, const Field& = {}) {}
};

template <class T>
concept HasKeys = requires(AnyVisitor visitor) { T::keys(visitor); };

// The table of an object, which it must not outlive.
template <HasKeys S>
FieldRefs fields_of(S& settings);

// Reads the keys in their order; a key of the reader that is not among them stays for the caller.
void read_fields(Reader& reader, const FieldRefs& fields, Ranges ranges = Ranges::while_reading);
// Sets the keys in an object; optional members without a value are left out.
void write_fields(Json& object, const FieldRefs& fields);
// [{"key", "type", "required", "default", "minimum", ..., "unit", "symbol", "omitted"}]
Json describe_fields(const FieldRefs& fields);
// Range problems in the order of the keys, with the relations that the struct itself found in
// place: of a key that both complain of, the relation counts.
std::vector<Problem> check_fields(const FieldRefs& fields, std::vector<Problem> relations);

// {"type", "group" (not empty), "formula", "keys"} of a kind.
Json describe_kind(std::string_view type, std::string_view group,
                   std::span<const char* const> formula, const FieldRefs& fields);

bool has_key(const FieldRefs& fields, std::string_view key);

// Appends to a table; a function of its own, so that a list of keys compiles to few instructions.
void add_field(FieldRefs& fields, std::string_view key, const Field& field, bool required,
               void* value, const FieldType& type);

// What is out of range or does not go together; empty for settings that may be used.
template <HasKeys S>
std::vector<Problem> problems_of(const S& settings) {
  Checks relations;
  if constexpr (requires { settings.check(relations); }) settings.check(relations);
  return check_fields(fields_of(const_cast<S&>(settings)), relations.take());
}

// "minimum", "exclusiveMaximum", "multipleOf" and so on, as JSON Schema names them.
void describe_range(Json& description, const Field& field);

// Whether an integer is in the range of the field and a multiple of what it has to be.
bool fits(double value, const Field& field);

namespace member {

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;

template <class T>
concept Integer = std::integral<T> && !std::same_as<T, bool>;

using Integers = std::vector<std::int64_t>;

template <class T>
void read(const Json& json, const std::string& path, T& value, const Field& field, Ranges ranges) {
  if constexpr (is_optional<T>) {
    read(json, path, value.emplace(), field, ranges);
  } else if constexpr (std::same_as<T, std::string>) {
    read_value(json, path, value);
    if (value.empty() && !field.expected.empty()) {
      fail_expected(path, std::string(field.expected), json);
    }
    // A class of its own goes before a list of keys. NOLINTNEXTLINE(bugprone-branch-clone)
  } else if constexpr (std::is_class_v<T> && requires { read_value(json, path, value); }) {
    read_value(json, path, value);
  } else if constexpr (HasKeys<T>) {
    Reader reader(json, path);
    read_fields(reader, fields_of(value), ranges);
    reader.finish();
  } else if constexpr (std::same_as<T, double>) {
    read_value(json, path, value, ranges == Ranges::while_reading ? field.range : Range{});
  } else if constexpr (Integer<T>) {
    // An unsigned member could not even hold what is out of its range.
    const bool check = ranges == Ranges::while_reading || std::unsigned_integral<T>;
    read_value(json, path, value, !field.expected.empty() ? positive : check ? field.range : whole);
    if (!field.expected.empty() && !fits(static_cast<double>(value), field)) {
      fail_expected(path, std::string(field.expected), json);
    }
  } else if constexpr (std::same_as<T, Integers>) {
    expect_list(json, path, "a list [...]");
    value.assign(json.size(), 0);
    for (std::size_t i = 0; i < json.size(); ++i) {
      read(json[i], item_path(path, i), value[i], field, ranges);
    }
  } else {
    read_value(json, path, value);
  }
}

template <class T>
Json write(const T& value) {
  if constexpr (is_optional<T>) {
    return value ? write(*value) : Json(Json::value_t::discarded);
  } else if constexpr (std::is_class_v<T> && requires { write_value(value); }) {
    return write_value(value);
  } else if constexpr (HasKeys<T>) {
    Json object = Json::object();
    write_fields(object, fields_of(const_cast<T&>(value)));
    return object;
  } else if constexpr (NamedEnum<T>) {
    return std::string(names(value)[static_cast<std::size_t>(value)]);
  } else {
    return value;
  }
}

template <class T>
void check(const std::string& key, const T& value, const Field& field, Checks& checks) {
  if constexpr (is_optional<T>) {
    if (value) check(key, *value, field, checks);
  } else if constexpr (HasKeys<T>) {
    checks.nest(key, problems_of(value));
  } else if constexpr (std::same_as<T, double>) {
    checks.number(key, value, field.range);
  } else if constexpr (Integer<T>) {
    checks.integer(key, static_cast<std::int64_t>(value), field.range);
  } else if constexpr (std::same_as<T, Integers>) {
    for (std::size_t i = 0; i < value.size(); ++i) {
      checks.integer(item_path(key, i), value[i], field.range);
    }
  }
}

template <class T>
void describe(Json& description, const T& value, const Field& field) {
  if constexpr (is_optional<T>) {
    describe(description, value.value_or(typename T::value_type{}), field);
  } else if constexpr (requires { describe_value(description, value); }) {
    describe_value(description, value);
    describe_range(description, field);
  } else if constexpr (HasKeys<T>) {
    description["type"] = "object";
    description["keys"] = describe_fields(fields_of(const_cast<T&>(value)));
  } else if constexpr (NamedEnum<T>) {
    description["type"] = "choice";
    description["choices"] = names(value);
  } else {
    description["type"] = std::same_as<T, bool>       ? "boolean"
                          : std::same_as<T, double>   ? "number"
                          : std::same_as<T, Integers> ? "integers"
                          : std::integral<T>          ? "integer"
                                                      : "string";
    describe_range(description, field);
  }
}

template <class T>
inline constexpr FieldType type = {
    [](const Json& json, const std::string& path, void* value, const Field& field, Ranges ranges) {
      read(json, path, *static_cast<T*>(value), field, ranges);
    },
    [](const void* value) { return write(*static_cast<const T*>(value)); },
    [](const std::string& key, const void* value, const Field& field, Checks& checks) {
      check(key, *static_cast<const T*>(value), field, checks);
    },
    [](Json& description, const void* value, const Field& field) {
      describe(description, *static_cast<const T*>(value), field);
    },
    [](void* value, const void* other) { *static_cast<T*>(value) = *static_cast<const T*>(other); },
};

}  // namespace member

// The visitor of `keys` that makes the table.
template <class S>
struct FieldCollector {
  S& settings;
  FieldRefs fields = {};

  template <class T, class C>
  void required(std::string_view key, T C::* place, const Field& field = {}) {
    add_field(fields, key, field, true, &(settings.*place), member::type<T>);
  }
  template <class T, class C>
  void optional(std::string_view key, T C::* place, const Field& field = {}) {
    add_field(fields, key, field, false, &(settings.*place), member::type<T>);
  }
  // A missing key takes the value of another key, which stands before it.
  template <class T, class C>
  void optional_same_as(std::string_view key, T C::* place, T C::* other, const Field& field) {
    optional(key, place, field);
    fields.back().same_as = &(settings.*other);
  }
};

template <HasKeys S>
FieldRefs fields_of(S& settings) {
  FieldCollector<S> collector{settings};
  S::keys(collector);
  return std::move(collector.fields);
}

}  // namespace anneal
