// The other direction of Reader: writes a settings struct, every default filled in, as the object
// that Reader reads. Ranges and defaults, which concern reading alone, are passed over.
#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/json.h"
#include "base/json_reader.h"

namespace anneal {

class Writer;

inline Json write_value(bool value) { return value; }
inline Json write_value(double value) { return value; }
inline Json write_value(const std::string& value) { return value; }

template <std::integral T>
  requires(!std::same_as<T, bool>)
Json write_value(T value) {
  return value;
}

template <NamedEnum E>
Json write_value(E value) {
  return std::string(names(value)[static_cast<std::size_t>(value)]);
}

template <class T>
  requires requires(Writer& writer, T& value) { fields(writer, value); }
Json write_value(T value);  // a copy: `fields` is one template for reading and writing

class Writer {
 public:
  static constexpr bool reads = false;

  template <class T, class... Rule>
  void required(std::string_view key, T& value, const Rule&...) {
    json_[std::string(key)] = write_value(value);
  }
  template <class T, class... Rule>
  void optional(std::string_view key, T& value, const Rule&...) {
    json_[std::string(key)] = write_value(value);
  }

  void set(std::string_view key, Json value) { json_[std::string(key)] = std::move(value); }
  Json take() { return std::move(json_); }

 private:
  Json json_ = Json::object();
};

template <class T>
  requires requires(Writer& writer, T& value) { fields(writer, value); }
Json write_value(T value) {
  Writer writer;
  fields(writer, value);
  return writer.take();
}

}  // namespace anneal
