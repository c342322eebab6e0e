// Layers and the loss against PyTorch's values (tests/golden/layers/generate.py), in double.
#include "golden.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "layers/factory.h"
#include "losses/loss.h"
#include "support.h"
#include "train/experiment.h"

namespace anneal {
namespace {

using nlohmann::json;
using testing::expect_close;
using testing::Values;

constexpr double kTolerance = 1e-12;

json golden() { return testing::read_golden("layers/layers.json"); }

Values<double> values(std::size_t count, double phase) {
  Values<double> result(count);
  for (std::size_t i = 0; i < count; ++i) {
    result[i] = std::sin(1.7 * static_cast<double>(i) + phase);
  }
  return result;
}

LayerSettings read_layer(const json& layer) {
  const json document = {{"version", 1}, {"network", {{"layers", json::array({layer})}}}};
  return parse_experiment(document).network.layers.at(0);
}

// "layers.0.weight" -> "weight"
std::string last_part(const std::string& name) { return name.substr(name.rfind('.') + 1); }

class GoldenLayers : public ::testing::TestWithParam<json> {};

TEST_P(GoldenLayers, FollowPyTorch) {
  const json& c = GetParam();
  const json document = golden();
  const json& phases = document["phases"];
  const auto batch = document["batch"].get<std::size_t>();
  const auto input_shape = c["input"].get<Shape>();
  const auto layer = make_layer<double>(read_layer(c["layer"]), input_shape, batch, "layers.0", 1);
  for (Parameter<double>* parameter : layer->parameters()) {
    const auto start = values(parameter->value.size(), phases[last_part(parameter->name)]);
    std::copy(start.begin(), start.end(), parameter->value.begin());
  }

  const auto input = values(batch * element_count(input_shape), phases["input"]);
  const std::size_t outputs = batch * element_count(layer->output_shape());
  const auto output_gradient = values(outputs, phases["output_gradient"]);
  Values<double> output(outputs), input_gradient(input.size());
  if (layer->is_reshape()) {
    EXPECT_EQ(layer->output_shape(), Shape{element_count(input_shape)});
    expect_close(input, c["output"].get<std::vector<double>>(), kTolerance);
    return;
  }
  layer->forward(input.data(), output.data(), batch, Mode::train);
  layer->backward(input.data(), output.data(), output_gradient.data(), input_gradient.data(),
                  batch);

  expect_close(output, c["output"].get<std::vector<double>>(), kTolerance);
  expect_close(input_gradient, c["input_gradient"].get<std::vector<double>>(), kTolerance);
  ASSERT_EQ(layer->parameters().size(), c["gradients"].size());
  for (const Parameter<double>* parameter : layer->parameters()) {
    expect_close(parameter->gradient,
                 c["gradients"][last_part(parameter->name)].get<std::vector<double>>(), kTolerance);
  }
  ASSERT_EQ(layer->buffers().size(), c["buffers"].size());
  for (const Buffer<double>* buffer : layer->buffers()) {
    expect_close(buffer->value, c["buffers"][last_part(buffer->name)].get<std::vector<double>>(),
                 kTolerance);
  }
}

INSTANTIATE_TEST_SUITE_P(PyTorch, GoldenLayers,
                         ::testing::ValuesIn(golden()["layers"].get<std::vector<json>>()),
                         [](const auto& info) {
                           return info.param["name"].template get<std::string>();
                         });

TEST(GoldenLosses, FollowPyTorch) {
  const json document = golden();
  for (const json& c : document["losses"]) {
    SCOPED_TRACE(c["loss"].dump());
    const json experiment = {{"version", 1}, {"loss", c["loss"]}};
    const LossSettings settings = parse_experiment(experiment).loss;
    const auto labels = c["labels"].get<std::vector<std::uint16_t>>();
    const auto classes = c["classes"].get<std::size_t>();
    auto outputs = values(labels.size() * classes, document["phases"]["input"]);
    for (double& output : outputs) output *= c["scale"].get<double>();
    Values<double> gradient(outputs.size());
    const BatchLoss loss = batch_loss(settings, outputs.data(), labels.data(), labels.size(),
                                      classes, gradient.data());
    EXPECT_NEAR(loss.loss, c["value"].get<double>(), kTolerance);
    expect_close(gradient, c["gradient"].get<std::vector<double>>(), kTolerance);
  }
}

}  // namespace
}  // namespace anneal
