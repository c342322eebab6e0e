// Parser for the header of an .npy file.
#include <array>
#include <string_view>

#include "base/error.h"
#include "formats/npy.h"

namespace anneal {

namespace {

constexpr std::string_view kMagic = "\x93NUMPY";
constexpr std::size_t kMaxAxes = 32;  // NumPy's limit

// Parses the Python literal of a header from left to right: {'descr': '<u1', 'fortran_order':
// False, 'shape': (3, 4)}.
class Literal {
 public:
  Literal(std::string_view text, const std::string& name) : text_(text), name_(name) {}

  NpyArray read() {
    NpyArray array;
    array.name = name_;
    bool shaped = false, ordered = false;
    take('{');
    while (!next_is('}')) {
      const std::string_view key = quoted();
      take(':');
      if (key == "descr") {
        array.type = std::string(quoted());
      } else if (key == "fortran_order") {
        array.fortran = truth();
        ordered = true;
      } else if (key == "shape") {
        array.shape = tuple();
        shaped = true;
      } else {
        fail();
      }
      if (!next_is('}')) take(',');
    }
    if (array.type.empty() || !shaped || !ordered) fail();
    return array;
  }

 private:
  [[noreturn]] void fail() const {
    fail_file(name_ + " has a damaged header: expected {'descr': '|u1', 'fortran_order': False, " +
              "'shape': (N, H, W)} or the like, got " + std::string(text_.substr(0, 120)));
  }

  void skip_space() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n')) ++at_;
  }

  bool next_is(char letter) {
    skip_space();
    return at_ < text_.size() && text_[at_] == letter;
  }

  void take(char letter) {
    if (!next_is(letter)) fail();
    ++at_;
  }

  std::string_view quoted() {
    const char quote = next_is('"') ? '"' : '\'';
    take(quote);
    const std::size_t end = text_.find(quote, at_);
    if (end == std::string_view::npos) fail();
    const std::string_view inside = text_.substr(at_, end - at_);
    at_ = end + 1;
    return inside;
  }

  bool truth() {
    skip_space();
    for (const bool value : {true, false}) {
      const std::string_view word = value ? "True" : "False";
      if (!text_.substr(at_).starts_with(word)) continue;
      at_ += word.size();
      return value;
    }
    fail();
  }

  std::vector<std::uint64_t> tuple() {
    std::vector<std::uint64_t> numbers;
    take('(');
    while (!next_is(')')) {
      if (numbers.size() == kMaxAxes) fail();
      numbers.push_back(number());
      if (!next_is(')')) take(',');
    }
    ++at_;
    return numbers;
  }

  std::uint64_t number() {
    skip_space();
    const std::size_t start = at_;
    std::uint64_t value = 0;
    while (at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9') {
      if (at_ - start == 18) fail();  // more digits than any size has
      value = value * 10 + static_cast<std::uint64_t>(text_[at_++] - '0');
    }
    if (at_ == start) fail();
    return value;
  }

  std::string_view text_;
  std::string name_;
  std::size_t at_ = 0;
};

bool is_known(std::string_view type) {
  constexpr std::array<std::string_view, 10> kKnown = {"u1", "u2", "u4", "u8", "i1",
                                                       "i2", "i4", "i8", "f4", "f8"};
  if (type.size() != 3 || std::string_view("<>|=").find(type[0]) == std::string_view::npos) {
    return false;
  }
  for (const std::string_view known : kKnown) {
    if (type.substr(1) == known) return true;
  }
  return false;
}

// The number of bytes of all values; the largest integer where that overflows.
std::uint64_t byte_count(const NpyArray& array) {
  constexpr std::uint64_t kMost = ~std::uint64_t{0};
  std::uint64_t bytes = array.item_bytes();
  for (const std::uint64_t side : array.shape) {
    if (side == 0) return 0;
    if (bytes != kMost) bytes = bytes > kMost / side ? kMost : bytes * side;
  }
  return bytes;
}

void check_length(const NpyArray& array) {
  const std::uint64_t expected = byte_count(array);
  if (array.data.size() == expected) return;
  const bool cut = array.data.size() < expected;
  const bool beyond = expected == ~std::uint64_t{0};
  fail_file(array.name + " is " + (cut ? "cut off" : "too long") + ": its header announces " +
            (beyond ? "more than 18 exabytes" : std::to_string(expected) + " bytes") + ", got " +
            std::to_string(array.data.size()));
}

}  // namespace

NpyArray parse_npy(std::span<const std::uint8_t> file, const std::string& name) {
  const std::string_view text(reinterpret_cast<const char*>(file.data()), file.size());
  constexpr std::size_t kVersionAt = kMagic.size();
  constexpr std::size_t kLengthAt = kVersionAt + 2;
  const std::string_view start = text.substr(0, kMagic.size());
  if (start != kMagic.substr(0, start.size())) {
    fail_file(name + " is not an .npy array: expected it to begin with \\x93NUMPY");
  }
  const auto cut_off = [&](std::size_t header) {
    fail_file(name + " is cut off: its header takes " + std::to_string(header) + " bytes, got " +
              std::to_string(file.size()));
  };
  if (file.size() < kLengthAt) cut_off(kLengthAt);
  const std::uint8_t version = file[kVersionAt];
  if (version < 1 || version > 3) {
    fail_file(name + " is an .npy array of version " + std::to_string(version) +
              ": expected 1, 2 or 3");
  }
  const std::size_t length_bytes = version == 1 ? 2 : 4;
  std::size_t header = kLengthAt + length_bytes;
  if (file.size() < header) cut_off(header);
  std::uint32_t length = 0;
  for (std::size_t i = 0; i < length_bytes; ++i) {
    length |= std::uint32_t{file[kLengthAt + i]} << (8 * i);
  }
  if (length > file.size() - header) {
    fail_file(name + " is cut off: its header takes " + std::to_string(length) +
              " bytes more, got " + std::to_string(file.size() - header));
  }
  NpyArray array = Literal(text.substr(header, length), name).read();
  if (!is_known(array.type)) {
    fail_file(name + " holds numbers of the type " + array.type +
              ": expected integers (u1 to i8) or floats (f4, f8)");
  }
  header += length;
  array.data = file.subspan(header);
  check_length(array);
  return array;
}

}  // namespace anneal
