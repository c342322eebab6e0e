#include "layers/network.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "layers/gradient_check.h"
#include "losses/loss.h"
#include "parallel/thread_pool.h"
#include "support.h"

namespace anneal {
namespace {

using testing::expect_gradient;
using testing::random_values;
using testing::Values;

NetworkSettings small_network() {
  return {{8, 8, 2},
          {Conv2dSettings{.filters = 4, .padding = Padding::same}, ReluSettings{},
           MaxPool2dSettings{}, Conv2dSettings{.filters = 6}, ReluSettings{}, FlattenSettings{},
           DenseSettings{.units = 7}, ReluSettings{}, ReluSettings{}, DenseSettings{.units = 5}}};
}

TEST(NetworkDescription, GivesShapesParametersAndMultiplyAdds) {
  const auto layers = describe(small_network());
  ASSERT_EQ(layers.size(), 10u);
  EXPECT_EQ(layers[0].type, "conv2d");
  EXPECT_EQ(layers[0].output, (Shape{8, 8, 4}));
  EXPECT_EQ(layers[0].parameters, 3u * 3 * 2 * 4 + 4);
  EXPECT_EQ(layers[0].multiply_adds, 8u * 8 * 3 * 3 * 2 * 4);
  EXPECT_EQ(layers[2].output, (Shape{4, 4, 4}));
  EXPECT_EQ(layers[3].output, (Shape{2, 2, 6}));
  EXPECT_EQ(layers[5].output, (Shape{24}));
  EXPECT_EQ(layers[6].parameters, 24u * 7 + 7);
}

void expect_refusal(const NetworkSettings& settings, const std::string& message) {
  try {
    describe(settings);
    FAIL() << "expected: " << message;
  } catch (const Error& error) {
    EXPECT_EQ(std::string(error.what()), message);
    EXPECT_EQ(error.kind(), ErrorKind::experiment);
  }
}

TEST(NetworkDescription, NamesTheFirstImpossibleLayerWithBothShapes) {
  expect_refusal({{4, 4, 1}, {ReluSettings{}, Conv2dSettings{.kernel = {5, 5}}}},
                 "network.layers[1]: a window of [5, 5] does not fit into the input [4, 4, 1]; use "
                 "padding \"same\" or a smaller kernel");
  expect_refusal({{4, 4, 1}, {DenseSettings{.units = 3}}},
                 "network.layers[0]: dense expects a vector [inputs], got [4, 4, 1]; put a flatten "
                 "layer in front");
  expect_refusal({{4, 4, 1}, {FlattenSettings{}, MaxPool2dSettings{}}},
                 "network.layers[1]: max_pool2d expects an image [H, W, C], got [16]");
  expect_refusal({{2, 2, 1}, {MaxPool2dSettings{}, MaxPool2dSettings{}}},
                 "network.layers[1]: a window of [2, 2] does not fit into the input [1, 1, 1]");
  expect_refusal({{64, 64, 1}, {MaxPool2dSettings{.size = {17, 16}, .stride = {1, 1}}}},
                 "network.layers[0].size: expected a window of at most 256 cells, got 272");
  expect_refusal({{4, 4, 3}, {Conv2dSettings{.filters = 4, .groups = 2}}},
                 "network.layers[0]: groups (2) must divide the input's channels [4, 4, 3] and the "
                 "filters (4)");
  expect_refusal({{4, 4, 3}, {ResidualSettings{{Conv2dSettings{.filters = 3}}}}},
                 "network.layers[0]: the inner stack makes [2, 2, 3] of the input [4, 4, 3], which "
                 "cannot be added to it; set \"projection\": true");
  expect_refusal(
      {{5, 5, 3}, {ResidualSettings{{Conv2dSettings{.filters = 3, .kernel = {2, 2}}}, true}}},
      "network.layers[0]: no projection leads from the input [5, 5, 3] to the inner "
      "output [4, 4, 3]");
  expect_refusal(
      {{4, 4, 3}, {ReluSettings{}, ResidualSettings{{DenseSettings{}}}}},
      "network.layers[1].layers[0]: dense expects a vector [inputs], got [4, 4, 3]; put a "
      "flatten layer in front");
  expect_refusal({{4, 4, 3}, {}}, "network.layers: expected at least one layer, got none");
}

// The whole stack at once, in-place layers, shared buffers and all, down to the first layer.
TEST(Network, GradientsMatchFiniteDifferences) {
  constexpr std::size_t kBatch = 3;
  Network<double> network(small_network(), kBatch, 2);
  const auto images = random_values<double>(kBatch * 8 * 8 * 2, 21);
  const std::vector<std::uint16_t> labels = {0, 4, 2};
  const auto loss = [&] {
    std::copy(images.begin(), images.end(), network.input());
    const double* logits = network.forward(kBatch, Mode::train);
    return batch_loss({CrossEntropy{}, 0.1}, logits, labels.data(), kBatch, 5,
                      network.output_gradient())
        .loss;
  };
  loss();
  network.backward(kBatch);
  for (Parameter<double>* parameter : network.parameters()) {
    const Values<double> gradient(parameter->gradient.begin(), parameter->gradient.end());
    expect_gradient(parameter->value.data(), gradient.data(), gradient.size(), loss,
                    parameter->name);
  }
}

// The gradients of the parameters, from passes of every layer on memory of its own.
std::vector<float> layer_by_layer(const Network<float>& network, const std::vector<float>& images,
                                  const std::vector<float>& output_gradient, std::size_t batch) {
  std::vector<std::vector<float>> values = {images};
  std::vector<Layer<float>*> layers;
  for (const auto& layer : network.stack().layers()) {
    if (layer->is_reshape()) continue;
    layers.push_back(layer.get());
    std::vector<float> output(batch * element_count(layer->output_shape()));
    layer->forward(values.back().data(), output.data(), batch, Mode::train);
    values.push_back(std::move(output));
  }
  std::vector<float> gradient = output_gradient, result;
  for (std::size_t i = layers.size(); i-- > 0;) {
    std::vector<float> by_input(values[i].size());
    layers[i]->backward(values[i].data(), values[i + 1].data(), gradient.data(), by_input.data(),
                        batch);
    gradient = std::move(by_input);
  }
  for (const auto* parameter : network.parameters()) {
    result.insert(result.end(), parameter->gradient.begin(), parameter->gradient.end());
  }
  return result;
}

TEST(Network, SharesMemoryAndPassesWithoutATraceInItsBits) {
  constexpr std::size_t kBatch = 3;
  const Conv2dSettings conv{.filters = 5, .padding = Padding::same};
  const ResidualSettings block{{conv, ReluSettings{}, MaxPool2dSettings{}}, true};
  const std::vector<std::vector<LayerSettings>> stacks = {
      {conv, ReluSettings{}, MaxPool2dSettings{}, conv, ReluSettings{}, conv, MaxPool2dSettings{}},
      {conv, BatchNormSettings{}, ReluSettings{}, MaxPool2dSettings{.stride = {1, 1}}, conv},
      {conv, SigmoidSettings{}, ReluSettings{}, AvgPool2dSettings{}, conv, GeluSettings{}, conv},
      {conv, ReluSettings{}, block, ReluSettings{}, MaxPool2dSettings{}, LayerNormSettings{}},
      {ReluSettings{}, MaxPool2dSettings{}, conv, TanhSettings{}, MaxPool2dSettings{}, conv}};
  for (std::size_t s = 0; s < stacks.size(); ++s) {
    std::vector<LayerSettings> layers = stacks[s];
    layers.insert(layers.end(), {FlattenSettings{}, DenseSettings{.units = 7}, ReluSettings{},
                                 DenseSettings{.units = 6}, DropoutSettings{.rate = 0.3},
                                 ReluSettings{}, DenseSettings{.units = 5}});
    Network<float> network({{8, 8, 2}, layers}, kBatch, 1), other({{8, 8, 2}, layers}, kBatch, 1);
    const auto images = random_values<float>(kBatch * 8 * 8 * 2, 23);
    const auto gradient = random_values<float>(kBatch * 5, 24);
    std::copy(images.begin(), images.end(), network.input());
    for (int round = 0; round < 2; ++round) {  // the first leaves gradients where activations go
      network.forward(kBatch, Mode::train);
      std::copy(gradient.begin(), gradient.end(), network.output_gradient());
      network.backward(kBatch);
    }
    std::vector<float> result;
    for (const auto* parameter : network.parameters()) {
      result.insert(result.end(), parameter->gradient.begin(), parameter->gradient.end());
    }
    EXPECT_EQ(result, layer_by_layer(other, {images.begin(), images.end()},
                                     {gradient.begin(), gradient.end()}, kBatch))
        << "stack " << s;
  }
}

TEST(Network, NamesItsParametersByLayer) {
  Network<float> network(small_network(), 1, 1);
  std::vector<std::string> names;
  for (const auto* parameter : network.parameters()) names.push_back(parameter->name);
  EXPECT_EQ(names, (std::vector<std::string>{"layers.0.weight", "layers.0.bias", "layers.3.weight",
                                             "layers.3.bias", "layers.6.weight", "layers.6.bias",
                                             "layers.9.weight", "layers.9.bias"}));
}

TEST(Network, StartsFromTheSeed) {
  Network<float> a(small_network(), 1, 1), b(small_network(), 4, 1), c(small_network(), 1, 2);
  EXPECT_EQ(a.parameters()[0]->value, b.parameters()[0]->value);
  EXPECT_NE(a.parameters()[0]->value, c.parameters()[0]->value);
}

TEST(Network, GivesTheSameBitsForAPartOfTheBatchAndAnyNumberOfThreads) {
  const auto images = random_values<float>(40 * 8 * 8 * 2, 22);
  const std::vector<std::uint16_t> labels(40, 3);
  const auto run = [&](std::size_t batch_size, std::size_t batch) {
    Network<float> network(small_network(), batch_size, 1);
    std::copy_n(images.begin(), batch * 8 * 8 * 2, network.input());
    const float* logits = network.forward(batch, Mode::train);
    batch_loss({}, logits, labels.data(), batch, 5, network.output_gradient());
    network.backward(batch);
    std::vector<float> values(logits, logits + batch * 5);
    for (const auto* parameter : network.parameters()) {
      values.insert(values.end(), parameter->gradient.begin(), parameter->gradient.end());
    }
    return values;
  };
  const auto expected = run(40, 33);
  EXPECT_EQ(run(33, 33), expected);
  for (const std::size_t threads : {2, 3, 4}) {
    set_thread_count(threads);
    EXPECT_EQ(run(40, 33), expected) << threads << " threads";
  }
  set_thread_count(1);
}

TEST(Network, NamesTheParametersAndBuffersOfABlockWithinIt) {
  const NetworkSettings settings = {
      {4, 4, 2},
      {ResidualSettings{{Conv2dSettings{.filters = 3, .padding = Padding::same, .bias = false},
                         BatchNormSettings{}},
                        true}}};
  Network<float> network(settings, 1, 1);
  std::vector<std::string> names;
  for (const auto* parameter : network.parameters()) names.push_back(parameter->name);
  EXPECT_EQ(names, (std::vector<std::string>{"layers.0.layers.0.weight", "layers.0.layers.1.weight",
                                             "layers.0.layers.1.bias", "layers.0.projection.weight",
                                             "layers.0.projection.bias"}));
  ASSERT_EQ(network.buffers().size(), 2u);
  EXPECT_EQ(network.buffers()[1]->name, "layers.0.layers.1.running_var");
  const auto description = describe(settings);
  EXPECT_EQ(description[0].parameters, 3u * 3 * 2 * 3 + 6 + 2 * 3 + 3);
  EXPECT_EQ(description[0].multiply_adds, 16u * 3 * 3 * 2 * 3 + 16u * 2 * 3);
  EXPECT_EQ(description[0].layers.size(), 2u);
}

TEST(BatchNormalisation, EvaluatesWithItsRunningStatistics) {
  Network<double> network({{2}, {BatchNormSettings{.momentum = 1, .epsilon = 1e-12}}}, 4, 1);
  const std::vector<double> images = {1, 10, 3, 10, 5, 30, 7, 30};
  std::copy(images.begin(), images.end(), network.input());
  network.forward(4, Mode::train);
  EXPECT_DOUBLE_EQ(network.buffers()[0]->value(0), 4);
  EXPECT_DOUBLE_EQ(network.buffers()[1]->value(0), 20.0 / 3);
  const double* output = network.forward(1, Mode::evaluate);
  EXPECT_NEAR(output[0], (1 - 4) / std::sqrt(20.0 / 3), 1e-9);
  EXPECT_DOUBLE_EQ(network.buffers()[0]->value(0), 4);
}

TEST(DropoutLayer, ZeroesItsShareScalesTheRestAndRestsInEvaluation) {
  Network<float> network({{10000}, {DropoutSettings{.rate = 0.3}, DenseSettings{}}}, 1, 1);
  std::fill_n(network.input(), 10000, 1.0f);
  network.forward(1, {Mode::train, 5});
  const std::vector<float> first(network.activation(0), network.activation(0) + 10000);
  const auto dropped = std::count(first.begin(), first.end(), 0.0f);
  EXPECT_NEAR(static_cast<double>(dropped), 3000, 200);
  for (const float value : first) EXPECT_TRUE(value == 0 || value == 1 / 0.7f);

  network.forward(1, {Mode::train, 6});
  EXPECT_FALSE(std::equal(first.begin(), first.end(), network.activation(0)));
  network.forward(1, {Mode::train, 5});
  EXPECT_TRUE(std::equal(first.begin(), first.end(), network.activation(0)));
  network.forward(1, Mode::evaluate);
  EXPECT_EQ(std::count(network.activation(0), network.activation(0) + 10000, 1.0f), 10000);
}

TEST(Network, RefusesAStackWithoutWeights) {
  const NetworkSettings settings = {{4}, {ReluSettings{}}};
  EXPECT_THROW(Network<float>(settings, 1, 1), Error);
}

}  // namespace
}  // namespace anneal
