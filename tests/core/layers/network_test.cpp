#include "layers/network.h"

#include <gtest/gtest.h>

#include "layers/gradient_check.h"
#include "losses/cross_entropy.h"
#include "parallel/thread_pool.h"
#include "support.h"
#include "tensor/error.h"

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
    return cross_entropy(logits, labels.data(), kBatch, 5, 0.1, network.output_gradient()).loss;
  };
  loss();
  network.backward(kBatch);
  for (Parameter<double>* parameter : network.parameters()) {
    const Values<double> gradient(parameter->gradient.begin(), parameter->gradient.end());
    expect_gradient(parameter->value.data(), gradient.data(), gradient.size(), loss,
                    parameter->name);
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
    cross_entropy(logits, labels.data(), batch, 5, 0.0, network.output_gradient());
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

TEST(Network, RefusesAStackWithoutWeights) {
  const NetworkSettings settings = {{4}, {ReluSettings{}}};
  EXPECT_THROW(Network<float>(settings, 1, 1), Error);
}

}  // namespace
}  // namespace anneal
