#include "layers/kinds.h"

#include <algorithm>

#include "base/error.h"
#include "base/fields.h"
#include "base/kinds.h"
#include "base/random.h"

namespace anneal {

namespace {

// Every layer costs memory, and residual blocks are read, built and run by recursion.
constexpr std::size_t kMostLayers = 1000;
constexpr std::size_t kDeepestNesting = 8;

LayerSettings read_layer(const Json& json, const std::string& path) {
  Reader reader(json, path);
  LayerKinds kind;
  read_type(reader.need("type"), reader.path_of("type"), kind);
  read_fields(reader, kind_fields(kind));
  reader.finish();
  return std::visit([](auto& settings) { return LayerSettings(std::move(settings)); }, kind);
}

Json write_layer(const LayerSettings& settings) {
  LayerKinds kind = settings;
  Json json = {{"type", type_of(kind)}};
  write_fields(json, kind_fields(kind));
  return json;
}

}  // namespace

std::string_view type_name(const LayerSettings& settings) {
  return std::visit([](const auto& kind) { return kind.type; }, settings);
}

LayerDescription describe(const LayerSettings& settings, const Shape& input,
                          const std::string& path) {
  countable_values(input, path);
  LayerDescription description =
      std::visit([&](const auto& kind) { return kind.describe(input, path); }, settings);
  description.type = type_name(settings);
  description.input = input;
  return description;
}

std::vector<LayerDescription> describe(const std::vector<LayerSettings>& settings,
                                       const Shape& input, const std::string& path) {
  if (settings.empty()) fail_experiment(path, "expected at least one layer, got none");
  std::vector<LayerDescription> descriptions;
  for (std::size_t i = 0; i < settings.size(); ++i) {
    const Shape& layer_input = i == 0 ? input : descriptions[i - 1].output;
    descriptions.push_back(
        describe(settings[i], layer_input, path + "[" + std::to_string(i) + "]"));
  }
  return descriptions;
}

template <class T>
std::unique_ptr<Layer<T>> make_layer(const LayerSettings& settings, const Shape& input,
                                     std::size_t batch_size, const std::string& name,
                                     std::uint64_t seed) {
  Random random(seed, stream_id("init " + name));
  const LayerSite site = {input, batch_size, name, seed, random};
  return std::visit(
      [&]<class S>(const S& kind) -> std::unique_ptr<Layer<T>> {
        return std::make_unique<typename S::template Class<T>>(kind, site);
      },
      settings);
}

template std::unique_ptr<Layer<float>> make_layer(const LayerSettings&, const Shape&, std::size_t,
                                                  const std::string&, std::uint64_t);
template std::unique_ptr<Layer<double>> make_layer(const LayerSettings&, const Shape&, std::size_t,
                                                   const std::string&, std::uint64_t);

void read_value(const Json& json, const std::string& path, std::vector<LayerSettings>& layers) {
  if (!json.is_array() || json.empty() || json.size() > kMostLayers) {
    fail_expected(path, "a list of 1 to " + std::to_string(kMostLayers) + " layers", json);
  }
  if (static_cast<std::size_t>(std::count(path.begin(), path.end(), '[')) > kDeepestNesting) {
    fail_experiment(path, "expected residual blocks at most " + std::to_string(kDeepestNesting) +
                              " deep within one another");
  }
  layers.clear();
  for (std::size_t i = 0; i < json.size(); ++i) {
    layers.push_back(read_layer(json[i], item_path(path, i)));
  }
}

Json write_value(const std::vector<LayerSettings>& layers) {
  Json json = Json::array();
  for (const LayerSettings& layer : layers) json.push_back(write_layer(layer));
  return json;
}

void describe_value(Json& description, const std::vector<LayerSettings>&) {
  description["type"] = "layers";
}

void read_value(const Json& json, const std::string& path, InputShape& shape) {
  if (!json.is_array() || json.size() != 3) {
    fail_expected(path, "three positive integers [height, width, channels]", json);
  }
  shape.resize(3);
  for (std::size_t i = 0; i < 3; ++i) read_value(json[i], item_path(path, i), shape[i], positive);
}

Json write_value(const InputShape& shape) { return static_cast<const Shape&>(shape); }

void describe_value(Json& description, const InputShape&) { description["type"] = "shape"; }

}  // namespace anneal
