// What an experiment document says of each layer: plain values, one struct a layer type, checked
// for range by the parser and for shape by the layer itself when a network is built.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <variant>
#include <vector>

#include "layers/initialiser.h"
#include "tensor/shape.h"

namespace anneal {

// Height, width.
using Pair = std::array<std::size_t, 2>;

enum class Padding {
  valid,          // no padding: windows lie wholly inside
  same,           // output = ceil(input / stride); an odd remainder goes to bottom and right
  explicit_size,  // the given number of zeros on each side
};

// "conv2d"
struct Conv2dSettings {
  std::size_t filters = 1;
  Pair kernel = {3, 3};
  Pair stride = {1, 1};
  Pair dilation = {1, 1};
  std::size_t groups = 1;
  Padding padding = Padding::valid;
  std::array<std::size_t, 4> pad = {0, 0, 0, 0};  // top, bottom, left, right; with explicit_size
  bool bias = true;
  Initialiser initialiser = Initialiser::he_normal;
};

// "relu"
struct ReluSettings {};

// "max_pool2d"; windows that do not fit wholly inside are left out
struct MaxPool2dSettings {
  Pair size = {2, 2};
  Pair stride = {2, 2};
};

// "flatten"
struct FlattenSettings {};

// "dense"
struct DenseSettings {
  std::size_t units = 1;
  bool bias = true;
  Initialiser initialiser = Initialiser::he_normal;
};

using LayerSettings =
    std::variant<Conv2dSettings, ReluSettings, MaxPool2dSettings, FlattenSettings, DenseSettings>;

struct NetworkSettings {
  Shape input;  // [H, W, C]
  std::vector<LayerSettings> layers;
};

// The name of the layer's type in the document.
std::string_view type_name(const LayerSettings& settings);

}  // namespace anneal
