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

// Activations, see kernels/activation.h.
struct ReluSettings {};
struct LeakyReluSettings {
  double slope = 0.01;  // of the negative side, at least 0
};
struct EluSettings {
  double alpha = 1;  // above 0
};
struct GeluSettings {};
struct SigmoidSettings {};
struct TanhSettings {};

// "max_pool2d"; windows that do not fit wholly inside are left out
struct MaxPool2dSettings {
  Pair size = {2, 2};
  Pair stride = {2, 2};
};

// "avg_pool2d"; windows that do not fit wholly inside are left out
struct AvgPool2dSettings {
  Pair size = {2, 2};
  Pair stride = {2, 2};
};

// "global_avg_pool2d"
struct GlobalAvgPool2dSettings {};

// "batch_norm"
struct BatchNormSettings {
  double momentum = 0.1;  // share of the new batch in the running statistics, in (0, 1]
  double epsilon = 1e-5;  // added to the variance, above 0
};

// "layer_norm"
struct LayerNormSettings {
  double epsilon = 1e-5;  // added to the variance, above 0
};

// "dropout"
struct DropoutSettings {
  double rate = 0.5;  // share of the values that are zeroed, in [0, 1)
};

// "flatten"
struct FlattenSettings {};

// "dense"
struct DenseSettings {
  std::size_t units = 1;
  bool bias = true;
  Initialiser initialiser = Initialiser::he_normal;
};

struct ResidualSettings;

using LayerSettings =
    std::variant<Conv2dSettings, ReluSettings, LeakyReluSettings, EluSettings, GeluSettings,
                 SigmoidSettings, TanhSettings, MaxPool2dSettings, AvgPool2dSettings,
                 GlobalAvgPool2dSettings, BatchNormSettings, LayerNormSettings, DropoutSettings,
                 FlattenSettings, DenseSettings, ResidualSettings>;

// "residual": the output of an inner stack plus its input.
struct ResidualSettings {
  std::vector<LayerSettings> layers;  // at least one
  // A learned linear map on the shortcut (a strided convolution of 1 x 1, or a dense layer on
  // vectors), for an inner stack that changes the shape.
  bool projection = false;
};

struct NetworkSettings {
  Shape input;  // [H, W, C]
  std::vector<LayerSettings> layers;
};

// The name of the layer's type in the document.
std::string_view type_name(const LayerSettings& settings);

}  // namespace anneal
