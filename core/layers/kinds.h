// The list of layers, and the settings of a network. To add a layer: its header, and one name here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/json_fwd.h"
#include "layers/activation.h"
#include "layers/batch_norm.h"
#include "layers/conv2d.h"
#include "layers/dense.h"
#include "layers/description.h"
#include "layers/dropout.h"
#include "layers/flatten.h"
#include "layers/layer.h"
#include "layers/layer_norm.h"
#include "layers/pool2d.h"
#include "layers/residual.h"

namespace anneal {

using LayerKinds =
    std::variant<Conv2dSettings, ReluSettings, LeakyReluSettings, EluSettings, GeluSettings,
                 SigmoidSettings, TanhSettings, MaxPool2dSettings, AvgPool2dSettings,
                 GlobalAvgPool2dSettings, BatchNormSettings, LayerNormSettings, DropoutSettings,
                 FlattenSettings, DenseSettings, ResidualSettings>;

// A type of its own, so that a residual block can hold a list of them.
struct LayerSettings : LayerKinds {
  using LayerKinds::LayerKinds;
};

struct InputShape : Shape {
  using Shape::Shape;
};

void read_value(const Json& json, const std::string& path, InputShape& shape);
Json write_value(const InputShape& shape);
void describe_value(Json& description, const InputShape&);

struct NetworkSettings {
  InputShape input = {28, 28, 1};  // [H, W, C]
  std::vector<LayerSettings> layers = {};

  template <class Visit>
  static void keys(Visit&& visit) {
    visit.optional("input", &NetworkSettings::input, {.range = positive});
    visit.required("layers", &NetworkSettings::layers);
  }
};

// "conv2d", as in the document
std::string_view type_name(const LayerSettings& settings);

// What the layer makes of that input. Throws Error (experiment) at `path` where it cannot work.
LayerDescription describe(const LayerSettings& settings, const Shape& input,
                          const std::string& path);

// What each layer of a stack makes of its input; `path` is that of the list of layers.
std::vector<LayerDescription> describe(const std::vector<LayerSettings>& settings,
                                       const Shape& input, const std::string& path);

// The layer itself, for batches of at most `batch_size`. Its parameters are named `name` +
// ".weight" and so on; what it draws at random comes from the seed and the name. The settings fit
// the input: describe was called before.
template <class T>
std::unique_ptr<Layer<T>> make_layer(const LayerSettings& settings, const Shape& input,
                                     std::size_t batch_size, const std::string& name,
                                     std::uint64_t seed);

}  // namespace anneal
