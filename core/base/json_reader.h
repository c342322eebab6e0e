// Reads one object of a document into a struct, and refuses what does not belong there: a value of
// the wrong kind or out of its range, a missing key, a key that is not known. Every message
// carries the path of the setting: `network.layers[2].filters: expected a positive integer, got
// -3`.
//
// A settings struct that lists its keys is read by read_fields (base/fields.h); Reader itself
// serves those that are read key by key.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/error.h"
#include "base/field.h"
#include "base/json.h"

namespace anneal {

// "expected <what>, got <value>" at `path`, as Error (experiment).
[[noreturn]] void fail_expected(const std::string& path, const std::string& what,
                                const Json& value);

// An enum whose names in the document are listed, in the enum's order, by a constexpr function
// `names(Enum)` beside it.
template <class E>
concept NamedEnum = std::is_enum_v<E> && requires(E e) { names(e); };

void read_value(const Json& json, const std::string& path, bool& value);
void read_value(const Json& json, const std::string& path, std::string& value);
void read_value(const Json& json, const std::string& path, double& value, const Range& range = {});

// A whole number in the range, which has to lie within what the type can hold.
double read_integer(const Json& json, const std::string& path, const Range& range);
// The place of a string in the list of choices.
std::size_t read_choice(const Json& json, const std::string& path,
                        std::span<const std::string_view> choices);
// Refuses what is not a list.
void expect_list(const Json& json, const std::string& path, const std::string& what);
std::string item_path(const std::string& path, std::size_t index);

template <std::integral T>
  requires(!std::same_as<T, bool>)
void read_value(const Json& json, const std::string& path, T& value, const Range& range) {
  value = static_cast<T>(read_integer(json, path, range));
}

template <NamedEnum E>
void read_value(const Json& json, const std::string& path, E& value) {
  static constexpr auto choices = names(E{});
  value = static_cast<E>(read_choice(json, path, choices));
}

class Reader {
 public:
  // Throws if `json` is not an object. `path` is empty for the document itself.
  Reader(const Json& json, std::string path);

  const std::string& path() const { return path_; }
  std::string path_of(std::string_view key) const;

  template <class T, class... Rule>
  void required(std::string_view key, T& value, const Rule&... rule) {
    read_value(need(key), path_of(key), value, rule...);
  }

  // Where the key is missing the value stays as it is: the default.
  template <class T, class... Rule>
  void optional(std::string_view key, T& value, const Rule&... rule) {
    if (const Json* json = find(key)) read_value(*json, path_of(key), value, rule...);
  }

  // The value of a key, which counts as read from now on; null, or an error, where it is missing.
  const Json* find(std::string_view key);
  const Json& need(std::string_view key);

  // Refuses the first key that was not read.
  void finish() const;

 private:
  [[noreturn]] void fail_unknown(const std::string& key) const;

  const Json& json_;
  std::string path_;
  std::vector<std::string_view> known_;
};

}  // namespace anneal
