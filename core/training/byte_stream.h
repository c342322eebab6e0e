// Writes numbers and strings as bytes and reads them back, little-endian. Numbers are copied from
// memory, which is little-endian on every supported machine (checked at compile time).
#pragma once

#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace anneal {

static_assert(std::endian::native == std::endian::little,
              "numbers are copied from memory without conversion");

class ByteWriter {
 public:
  explicit ByteWriter(std::size_t expected) { bytes_.reserve(expected); }

  template <class T>
    requires std::is_arithmetic_v<T>
  void number(T value) {
    numbers(std::span<const T>(&value, 1));
  }

  template <class T>
    requires std::is_arithmetic_v<T>
  void numbers(std::span<const T> values) {
    const auto* begin = reinterpret_cast<const std::uint8_t*>(values.data());
    bytes_.insert(bytes_.end(), begin, begin + values.size_bytes());
  }

  // Writes the length (8 bytes), then the characters.
  void text(std::string_view text) {
    number<std::uint64_t>(text.size());
    numbers(std::span<const char>(text));
  }

  // Overwrites the bytes from offset `at` on.
  template <class T>
    requires std::is_arithmetic_v<T>
  void overwrite(std::size_t at, T value) {
    std::memcpy(bytes_.data() + at, &value, sizeof value);
  }

  const std::vector<std::uint8_t>& bytes() const { return bytes_; }
  std::vector<std::uint8_t> take() { return std::move(bytes_); }

 private:
  std::vector<std::uint8_t> bytes_;
};

class ByteReader {
 public:
  // `fail` is called, and must throw, when a read goes past the end.
  ByteReader(std::span<const std::uint8_t> bytes, void (*fail)()) : bytes_(bytes), fail_(fail) {}

  std::size_t remaining() const { return bytes_.size(); }

  template <class T>
    requires std::is_arithmetic_v<T>
  T number() {
    T value{};
    numbers(std::span<T>(&value, 1));
    return value;
  }

  template <class T>
    requires std::is_arithmetic_v<T>
  void numbers(std::span<T> values) {
    if (values.size_bytes() > bytes_.size()) fail_();
    if (!values.empty()) std::memcpy(values.data(), bytes_.data(), values.size_bytes());
    bytes_ = bytes_.subspan(values.size_bytes());
  }

  std::string text() {
    const auto length = number<std::uint64_t>();
    if (length > bytes_.size()) fail_();
    std::string text(static_cast<std::size_t>(length), '\0');
    numbers(std::span<char>(text));
    return text;
  }

 private:
  std::span<const std::uint8_t> bytes_;
  void (*fail_)();
};

}  // namespace anneal
