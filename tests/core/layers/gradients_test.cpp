// Every layer type, gradient-checked for every argument.
#include <gtest/gtest.h>

#include "layers/gradient_check.h"
#include "layers/kinds.h"

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
                      .padding = {Padding::explicit_size, {1, 0, 2, 1}}}},
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
      {"leaky_relu", {3, 4, 2}, LeakyReluSettings{.slope = 0.2}},
      {"elu", {3, 4, 2}, EluSettings{.alpha = 1.5}},
      {"gelu", {3, 4, 2}, GeluSettings{}},
      {"sigmoid", {3, 4, 2}, SigmoidSettings{}},
      {"tanh", {3, 4, 2}, TanhSettings{}},
      {"avg_pool2d", {6, 5, 3}, AvgPool2dSettings{}},
      {"avg_pool2d_overlapping", {5, 5, 2}, AvgPool2dSettings{.size = {3, 2}, .stride = {1, 1}}},
      {"global_avg_pool2d", {3, 4, 5}, GlobalAvgPool2dSettings{}},
      {"batch_norm", {3, 4, 5}, BatchNormSettings{}},
      {"batch_norm_of_many_channels", {1, 2, 19}, BatchNormSettings{}},
      {"batch_norm_of_a_vector", {7}, BatchNormSettings{.epsilon = 0.1}},
      {"layer_norm", {3, 4, 5}, LayerNormSettings{}},
      {"layer_norm_of_a_vector", {18}, LayerNormSettings{}},
      {"dropout", {3, 4, 5}, DropoutSettings{.rate = 0.4}},
      {"residual",
       {4, 4, 3},
       ResidualSettings{{Conv2dSettings{.filters = 3, .padding = Padding::same}, TanhSettings{},
                         Conv2dSettings{.filters = 3, .padding = Padding::same}}}},
      {"residual_starting_in_place",
       {4, 3, 2},
       ResidualSettings{{TanhSettings{}, Conv2dSettings{.filters = 2, .kernel = {1, 1}}}}},
      {"residual_projected",
       {5, 4, 3},
       ResidualSettings{{Conv2dSettings{.filters = 4, .stride = {2, 2}, .padding = Padding::same},
                         BatchNormSettings{}},
                        true}},
      {"residual_of_vectors",
       {6},
       ResidualSettings{{DenseSettings{.units = 4}, SigmoidSettings{}}, true}},
      {"residual_of_reshapes_alone", {6}, ResidualSettings{{FlattenSettings{}, FlattenSettings{}}}},
      {"residual_starting_with_a_reshape",
       {6},
       ResidualSettings{{FlattenSettings{}, TanhSettings{}, DenseSettings{.units = 6}}}},
      {"residual_within_residual",
       {3, 3, 2},
       ResidualSettings{
           {ResidualSettings{{Conv2dSettings{.filters = 2, .kernel = {1, 1}}, EluSettings{}}},
            SigmoidSettings{}}}},
      {"dense", {7}, DenseSettings{.units = 5}},
      {"dense_without_bias", {3}, DenseSettings{.units = 4, .bias = false}},
  };
}

class Gradients : public ::testing::TestWithParam<Case> {};

TEST_P(Gradients, MatchFiniteDifferences) {
  const Case& c = GetParam();
  const auto layer = make_layer<double>(c.settings, c.input, 3, "layers.0", 5);
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
