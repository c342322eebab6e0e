// Shape inference: what each layer type makes of its input, before anything is allocated.
#include <cstdint>
#include <cstdio>
#include <initializer_list>

#include "base/error.h"
#include "layers/avg_pool2d.h"
#include "layers/conv2d.h"
#include "layers/dense.h"
#include "layers/factory.h"
#include "layers/max_pool2d.h"
#include "layers/residual.h"

namespace anneal {

namespace {

// What one tensor may hold: the bytes of so many doubles still fit in 32 bits.
constexpr double kMostNumbers = (1u << 29) - 1;

// The product of the factors, where a tensor can hold so many numbers; multiplied as doubles, which
// do not wrap round.
std::size_t countable(const char* what, std::initializer_list<std::size_t> factors,
                      const std::string& path) {
  double product = 1;
  for (const std::size_t factor : factors) product *= static_cast<double>(factor);
  if (product > kMostNumbers) {
    char number[32];
    std::snprintf(number, sizeof number, "%.3g", product);
    fail_experiment(path, std::string("expected at most 536870911 ") + what + ", got " + number);
  }
  return static_cast<std::size_t>(product);
}

std::size_t countable_values(const Shape& sample, const std::string& path) {
  std::size_t values = 1;
  for (const std::size_t axis : sample)
    values = countable("values for an image", {values, axis}, path);
  return values;
}

// One function a layer type. The type's name and the input are filled in by describe.
struct Describe {
  const Shape& input;
  const std::string& path;

  LayerDescription make(const Shape& output, std::size_t parameters = 0,
                        std::uint64_t multiply_adds = 0) const {
    const std::size_t values = countable_values(output, path);
    return {"", {}, output, parameters, multiply_adds, values, {}};
  }

  LayerDescription in_place() const {
    LayerDescription description = make(input);
    description.kept_values = 0;
    return description;
  }

  LayerDescription operator()(const Conv2dSettings& settings) const {
    const kernels::Conv2dGeometry g = conv2d_geometry(input, settings, path);
    const std::size_t weights = countable(
        "weights", {g.kernel_height, g.kernel_width, g.group_channels(), g.filters}, path);
    return make({g.out_height, g.out_width, g.filters}, weights + (settings.bias ? g.filters : 0),
                std::uint64_t{weights} * g.out_height * g.out_width);
  }

  LayerDescription operator()(const DenseSettings& settings) const {
    const std::size_t weights =
        countable("weights", {dense_inputs(input, path), settings.units}, path);
    return make({settings.units}, weights + (settings.bias ? settings.units : 0), weights);
  }

  LayerDescription operator()(const MaxPool2dSettings& settings) const {
    const kernels::Pool2dGeometry g = max_pool2d_geometry(input, settings, path);
    return make({g.out_height, g.out_width, g.channels});
  }

  LayerDescription operator()(const AvgPool2dSettings& settings) const {
    const kernels::Pool2dGeometry g =
        pool2d_geometry(input, settings.size, settings.stride, "avg_pool2d", path);
    return make({g.out_height, g.out_width, g.channels});
  }

  LayerDescription operator()(const GlobalAvgPool2dSettings&) const {
    return make({global_avg_pool2d_geometry(input, path).channels});
  }

  LayerDescription operator()(const BatchNormSettings&) const {
    return make(input, 2 * input.back());
  }
  LayerDescription operator()(const LayerNormSettings&) const {
    return make(input, 2 * input.back());
  }

  LayerDescription operator()(const FlattenSettings&) const {
    LayerDescription description = make({element_count(input)});
    description.kept_values = 0;
    return description;
  }

  LayerDescription operator()(const ResidualSettings& settings) const {
    std::vector<LayerDescription> inner = describe(settings.layers, input, path + ".layers");
    LayerDescription description = make(inner.back().output);
    if (settings.projection) {
      const LayerDescription projection =
          describe(projection_between(input, description.output, path), input, path);
      description.parameters += projection.parameters;
      description.multiply_adds += projection.multiply_adds;
    } else if (description.output != input) {
      fail_experiment(path, "the inner stack makes " + to_string(description.output) +
                                " of the input " + to_string(input) +
                                ", which cannot be added to it; set \"projection\": true");
    }
    for (const LayerDescription& layer : inner) {
      description.parameters += layer.parameters;
      description.multiply_adds += layer.multiply_adds;
      description.kept_values += layer.kept_values;
    }
    description.layers = std::move(inner);
    return description;
  }

  LayerDescription operator()(const GeluSettings&) const { return make(input); }
  LayerDescription operator()(const ReluSettings&) const { return in_place(); }
  LayerDescription operator()(const LeakyReluSettings&) const { return in_place(); }
  LayerDescription operator()(const EluSettings&) const { return in_place(); }
  LayerDescription operator()(const SigmoidSettings&) const { return in_place(); }
  LayerDescription operator()(const TanhSettings&) const { return in_place(); }
  LayerDescription operator()(const DropoutSettings&) const { return in_place(); }
};

}  // namespace

LayerDescription describe(const LayerSettings& settings, const Shape& input,
                          const std::string& path) {
  countable_values(input, path);
  LayerDescription description = std::visit(Describe{input, path}, settings);
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

}  // namespace anneal
