// Sizes of windows that move over an image: kernels, strides, padding.
#pragma once

#include <array>
#include <cstddef>
#include <string>

#include "base/json_fwd.h"

namespace anneal {

// Height, width; in the document one number for both or [height, width].
struct Pair : std::array<std::size_t, 2> {};

void read_value(const Json& json, const std::string& path, Pair& value);
Json write_value(const Pair& value);
void describe_value(Json& description, const Pair&);

// In the document "valid", "same", a number of zeros on every side, or [top, bottom, left, right].
struct Padding {
  enum Kind {
    valid,          // no padding: windows lie wholly inside
    same,           // output = ceil(input / stride); an odd remainder goes to bottom and right
    explicit_size,  // the given number of zeros on each side
  };

  Padding(Kind padding_kind = valid, std::array<std::size_t, 4> size = {})  // NOLINT
      : kind(padding_kind), sides(size) {}

  Kind kind;
  std::array<std::size_t, 4> sides;  // top, bottom, left, right; with explicit_size
};

void read_value(const Json& json, const std::string& path, Padding& value);
Json write_value(const Padding& value);
void describe_value(Json& description, const Padding&);

}  // namespace anneal
