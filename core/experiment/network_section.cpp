// The "network" section: one `fields` a layer type.
#include <algorithm>
#include <array>
#include <limits>
#include <variant>

#include "base/json_reader.h"
#include "base/json_writer.h"
#include "base/spelling_suggestion.h"
#include "experiment/sections.h"
#include "experiment/variant_fields.h"

namespace anneal {

namespace {

// Every layer costs memory, and residual blocks are read, built and run by recursion.
constexpr std::size_t kMostLayers = 1000;
constexpr std::size_t kDeepestNesting = 8;

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr Range kAboveZero = {0, kInfinity, true, false};
constexpr Range kAtLeastZero = {0, kInfinity};
constexpr Range kAboveZeroToOne = {0, 1, true, false};
constexpr Range kZeroToBelowOne = {0, 1, false, true};

// "kernel": 3 or [height, width]; a fallback other than the value's own stands for a missing key.
void pair(Reader& reader, std::string_view key, Pair& value) {
  const Json* json = reader.find(key);
  if (json == nullptr) return;
  const std::string path = reader.path_of(key);
  if (!json->is_array()) {
    read_value(*json, path, value[0], positive);
    value[1] = value[0];
    return;
  }
  if (json->size() != 2) fail_expected(path, "a positive integer or [height, width]", *json);
  for (std::size_t i = 0; i < 2; ++i)
    read_value((*json)[i], item_path(path, i), value[i], positive);
}

void pair(Writer& writer, std::string_view key, Pair& value) {
  writer.set(key, value[0] == value[1] ? Json(value[0]) : Json(value));
}

// "padding": "same", "valid", a number of zeros on every side, or [top, bottom, left, right].
void padding(Reader& reader, Conv2dSettings& settings) {
  const Json* json = reader.find("padding");
  if (json == nullptr) return;
  const std::string path = reader.path_of("padding");
  if (json->is_string()) {
    static constexpr std::array<std::string_view, 2> choices = {"valid", "same"};
    settings.padding = read_choice(*json, path, choices) == 0 ? Padding::valid : Padding::same;
    return;
  }
  settings.padding = Padding::explicit_size;
  if (json->is_number()) {
    read_value(*json, path, settings.pad[0], not_negative);
    settings.pad.fill(settings.pad[0]);
    return;
  }
  if (!json->is_array() || json->size() != 4) {
    fail_expected(path, "\"same\", \"valid\", a number or [top, bottom, left, right]", *json);
  }
  for (std::size_t i = 0; i < 4; ++i) {
    read_value((*json)[i], item_path(path, i), settings.pad[i], not_negative);
  }
}

void padding(Writer& writer, Conv2dSettings& settings) {
  const auto& pad = settings.pad;
  if (settings.padding != Padding::explicit_size) {
    writer.set("padding", settings.padding == Padding::same ? "same" : "valid");
  } else if (pad[0] == pad[1] && pad[0] == pad[2] && pad[0] == pad[3]) {
    writer.set("padding", pad[0]);
  } else {
    writer.set("padding", pad);
  }
}

}  // namespace

void read_value(const Json& json, const std::string& path, Initialiser& value) {
  static const auto choices = [] {
    std::vector<std::string_view> list;
    for (int i = 0; i <= static_cast<int>(Initialiser::zeros); ++i) {
      list.push_back(to_string(static_cast<Initialiser>(i)));
    }
    return list;
  }();
  value = static_cast<Initialiser>(read_choice(json, path, choices));
}

Json write_value(Initialiser value) { return std::string(to_string(value)); }

template <class Form>
void fields(Form& form, Conv2dSettings& settings) {
  form.required("filters", settings.filters, positive);
  pair(form, "kernel", settings.kernel);
  pair(form, "stride", settings.stride);
  padding(form, settings);
  pair(form, "dilation", settings.dilation);
  form.optional("groups", settings.groups, positive);
  form.optional("bias", settings.bias);
  form.optional("initialiser", settings.initialiser);
}

template <class Form>
void fields(Form&, ReluSettings&) {}
template <class Form>
void fields(Form&, GeluSettings&) {}
template <class Form>
void fields(Form&, SigmoidSettings&) {}
template <class Form>
void fields(Form&, TanhSettings&) {}
template <class Form>
void fields(Form&, GlobalAvgPool2dSettings&) {}
template <class Form>
void fields(Form&, FlattenSettings&) {}

template <class Form>
void fields(Form& form, LeakyReluSettings& settings) {
  form.optional("slope", settings.slope, kAtLeastZero);
}

template <class Form>
void fields(Form& form, EluSettings& settings) {
  form.optional("alpha", settings.alpha, kAboveZero);
}

template <class Form>
void fields(Form& form, BatchNormSettings& settings) {
  form.optional("momentum", settings.momentum, kAboveZeroToOne);
  form.optional("epsilon", settings.epsilon, kAboveZero);
}

template <class Form>
void fields(Form& form, LayerNormSettings& settings) {
  form.optional("epsilon", settings.epsilon, kAboveZero);
}

template <class Form>
void fields(Form& form, DropoutSettings& settings) {
  form.optional("rate", settings.rate, kZeroToBelowOne);
}

template <class Form, class Pool>
  requires std::is_same_v<Pool, MaxPool2dSettings> || std::is_same_v<Pool, AvgPool2dSettings>
void fields(Form& form, Pool& settings) {
  pair(form, "size", settings.size);
  if constexpr (Form::reads) settings.stride = settings.size;  // windows side by side, if not said
  pair(form, "stride", settings.stride);
}

template <class Form>
void fields(Form& form, DenseSettings& settings) {
  form.required("units", settings.units, positive);
  form.optional("bias", settings.bias);
  form.optional("initialiser", settings.initialiser);
}

using Layers = std::vector<LayerSettings>;

void read_value(const Json& json, const std::string& path, Layers& layers);
Json write_value(const Layers& layers);

template <class Form>
void fields(Form& form, ResidualSettings& settings) {
  form.required("layers", settings.layers);
  form.optional("projection", settings.projection);
}

void read_value(const Json& json, const std::string& path, LayerSettings& settings) {
  Reader reader(json, path);
  read_type(reader, settings, [](const auto& layer) { return type_name(layer); });
  std::visit([&](auto& layer) { fields(reader, layer); }, settings);
  reader.finish();
}

Json write_value(const LayerSettings& settings) {
  LayerSettings copy = settings;
  Writer writer;
  writer.set("type", std::string(type_name(settings)));
  std::visit([&](auto& layer) { fields(writer, layer); }, copy);
  return writer.take();
}

void read_value(const Json& json, const std::string& path, Layers& layers) {
  if (!json.is_array() || json.empty() || json.size() > kMostLayers) {
    fail_expected(path, "a list of 1 to " + std::to_string(kMostLayers) + " layers", json);
  }
  if (static_cast<std::size_t>(std::count(path.begin(), path.end(), '[')) > kDeepestNesting) {
    fail_experiment(path, "expected residual blocks at most " + std::to_string(kDeepestNesting) +
                              " deep within one another");
  }
  layers.resize(json.size());
  for (std::size_t i = 0; i < json.size(); ++i) {
    read_value(json[i], item_path(path, i), layers[i]);
  }
}

Json write_value(const Layers& layers) {
  Json json = Json::array();
  for (const LayerSettings& layer : layers) json.push_back(write_value(layer));
  return json;
}

NetworkSettings default_network() {
  Conv2dSettings convolution;
  convolution.filters = 8;
  convolution.kernel = {5, 5};
  convolution.padding = Padding::same;
  DenseSettings classes;
  classes.units = 10;
  return {{28, 28, 1},
          {convolution, ReluSettings{}, MaxPool2dSettings{}, FlattenSettings{}, classes}};
}

void read_value(const Json& json, const std::string& path, NetworkSettings& settings) {
  Reader reader(json, path);
  if (const Json* input = reader.find("input")) {
    const std::string input_path = reader.path_of("input");
    if (!input->is_array() || input->size() != 3) {
      fail_expected(input_path, "three positive integers [height, width, channels]", *input);
    }
    settings.input.resize(3);
    for (std::size_t i = 0; i < 3; ++i) {
      read_value((*input)[i], item_path(input_path, i), settings.input[i], positive);
    }
  }
  reader.required("layers", settings.layers);
  reader.finish();
}

Json write_value(const NetworkSettings& settings) {
  return {{"input", settings.input}, {"layers", write_value(settings.layers)}};
}

}  // namespace anneal
