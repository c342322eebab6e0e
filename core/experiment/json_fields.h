// Reading and writing of structs that list their keys with the members they belong to, as those of
// core/schedules and core/optim do:
//   template <class Visit>
//   static void keys(Visit&& visit) {
//     visit.required("initial", &Exponential::initial);
//     visit.optional("total", &Linear::total);
//   }
// Only the kind of a value is checked here; their `problems` say what is out of range.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json_reader.h"
#include "base/json_writer.h"
#include "schedules/families/piecewise.h"

namespace anneal {

struct AnyVisitor {
  void required(std::string_view, auto) {}
  void optional(std::string_view, auto) {}
};

template <class T>
concept HasKeys = requires(AnyVisitor visitor) { T::keys(visitor); };

struct KeyFinder {
  std::string_view wanted;
  bool found = false;

  void required(std::string_view key, auto) { found = found || key == wanted; }
  void optional(std::string_view key, auto) { found = found || key == wanted; }
};

// Whether T lists a key of that name.
template <class T>
bool has_key(std::string_view key) {
  KeyFinder finder{key};
  if constexpr (HasKeys<T>) T::keys(finder);
  return finder.found;
}

// Reading and writing the value of a member: plain, optional, a list, or a struct with keys.
// Declared together, because they call one another.
void read_member(const Json& json, const std::string& path, std::int64_t& value);
void read_member(const Json& json, const std::string& path, schedules::Knot& knot);
template <class T>
void read_member(const Json& json, const std::string& path, T& value);
template <class T>
void read_member(const Json& json, const std::string& path, std::optional<T>& value);
template <class T>
void read_member(const Json& json, const std::string& path, std::vector<T>& list);

inline Json write_member(const schedules::Knot& knot) { return Json::array({knot.t, knot.rate}); }
template <class T>
Json write_member(const T& value);
template <class T>
Json write_member(const std::vector<T>& list);

template <class S>
struct KeyReader {
  Reader& reader;
  S& settings;

  template <class T>
  void required(std::string_view key, T S::* member) {
    read_member(reader.need(key), reader.path_of(key), settings.*member);
  }
  template <class T>
  void optional(std::string_view key, T S::* member) {
    if (const Json* json = reader.find(key)) {
      read_member(*json, reader.path_of(key), settings.*member);
    }
  }
};

template <class S>
struct KeyWriter {
  Writer& writer;
  const S& settings;

  template <class T>
  void required(std::string_view key, T S::* member) {
    writer.set(key, write_member(settings.*member));
  }
  template <class T>
  void optional(std::string_view key, T S::* member) {
    writer.set(key, write_member(settings.*member));
  }
  // What was left out stays out: it means something else than any value would.
  template <class T>
  void optional(std::string_view key, std::optional<T> S::* member) {
    if (settings.*member) writer.set(key, write_member(*(settings.*member)));
  }
};

inline void read_member(const Json& json, const std::string& path, std::int64_t& value) {
  read_value(json, path, value, whole);
}

inline void read_member(const Json& json, const std::string& path, schedules::Knot& knot) {
  if (!json.is_array() || json.size() != 2) fail_expected(path, "a knot [t, rate]", json);
  read_value(json[0], item_path(path, 0), knot.t);
  read_value(json[1], item_path(path, 1), knot.rate);
}

template <class T>
void read_member(const Json& json, const std::string& path, T& value) {
  if constexpr (HasKeys<T>) {
    Reader reader(json, path);
    KeyReader<T> keys{reader, value};
    T::keys(keys);
    reader.finish();
  } else {
    read_value(json, path, value);
  }
}

template <class T>
void read_member(const Json& json, const std::string& path, std::optional<T>& value) {
  read_member(json, path, value.emplace());
}

template <class T>
void read_member(const Json& json, const std::string& path, std::vector<T>& list) {
  if (!json.is_array()) fail_expected(path, "a list [...]", json);
  list.assign(json.size(), T{});
  for (std::size_t i = 0; i < json.size(); ++i) read_member(json[i], item_path(path, i), list[i]);
}

template <class T>
Json write_member(const T& value) {
  if constexpr (HasKeys<T>) {
    Writer writer;
    KeyWriter<T> keys{writer, value};
    T::keys(keys);
    return writer.take();
  } else {
    return write_value(value);
  }
}

template <class T>
Json write_member(const std::vector<T>& list) {
  Json json = Json::array();
  for (const T& item : list) json.push_back(write_member(item));
  return json;
}

}  // namespace anneal
