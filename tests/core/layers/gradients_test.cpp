// Every layer type, gradient-checked for every argument.
#include <gtest/gtest.h>

#include "layers/factory.h"
#include "layers/gradient_check.h"

namespace anneal {
namespace {

using testing::check_gradients;
using testing::random_values;
using testing::spaced_values;

struct Case {
  std::string name;
  Shape input;
  LayerSettings settings;
};

std::vector<Case> cases() {
  return {
      {"conv2d_valid", {5, 6, 2}, Conv2dSettings{.filters = 3, .kernel = {3, 2}}},
      {"conv2d_same_strided",
       {5, 6, 2},
       Conv2dSettings{.filters = 3, .kernel = {3, 3}, .stride = {2, 2}, .padding = Padding::same}},
      {"conv2d_dilated_padded",
       {6, 5, 2},
       Conv2dSettings{.filters = 2,
                      .kernel = {2, 3},
                      .dilation = {2, 2},
                      .padding = Padding::explicit_size,
                      .pad = {1, 0, 2, 1}}},
      {"conv2d_grouped",
       {4, 4, 4},
       Conv2dSettings{.filters = 6, .groups = 2, .padding = Padding::same}},
      {"conv2d_depthwise",
       {4, 5, 3},
       Conv2dSettings{.filters = 3, .groups = 3, .padding = Padding::same}},
      {"conv2d_without_bias", {4, 4, 1}, Conv2dSettings{.filters = 2, .bias = false}},
      {"relu", {3, 4, 2}, ReluSettings{}},
      {"max_pool2d", {6, 5, 3}, MaxPool2dSettings{}},
      {"max_pool2d_overlapping", {5, 5, 2}, MaxPool2dSettings{.size = {3, 2}, .stride = {1, 1}}},
      {"dense", {7}, DenseSettings{.units = 5}},
      {"dense_without_bias", {3}, DenseSettings{.units = 4, .bias = false}},
  };
}

class Gradients : public ::testing::TestWithParam<Case> {};

TEST_P(Gradients, MatchFiniteDifferences) {
  const Case& c = GetParam();
  Random random(5);
  const auto layer = make_layer<double>(c.settings, c.input, 3, "layers.0", random);
  for (Parameter<double>* parameter : layer->parameters()) {
    const auto values = random_values<double>(parameter->value.size(), 9);
    std::copy(values.begin(), values.end(), parameter->value.begin());
  }
  check_gradients(*layer, spaced_values<double>(3 * element_count(c.input), 3), 3);
}

INSTANTIATE_TEST_SUITE_P(Layers, Gradients, ::testing::ValuesIn(cases()),
                         [](const auto& info) { return info.param.name; });

}  // namespace
}  // namespace anneal
