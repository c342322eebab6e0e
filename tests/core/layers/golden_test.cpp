// Layers and losses against PyTorch's values (tests/golden/layers/generate.py), in double and in
// float. Left out: dropout in training, whose random source is another; layers/network_test.cpp
// looks at its mask.
#include "golden.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "base/kinds.h"
#include "experiment/experiment.h"
#include "layers/kinds.h"
#include "losses/loss.h"
#include "support.h"

namespace anneal {
namespace {

using nlohmann::json;
using testing::larger;
using testing::largest_difference;
using testing::Values;

constexpr double kInDouble = 1e-12;
constexpr double kInFloat = 1e-5;
const std::string kLayer = "layers.0";

json golden() { return testing::read_golden("layers/layers.json"); }

// The numbers of the script.
template <class T>
Values<T> values(std::size_t count, double phase, double scale = 1) {
  Values<T> result(count);
  for (std::size_t i = 0; i < count; ++i) {
    result[i] = static_cast<T>(scale * std::sin(1.7 * static_cast<double>(i) + phase));
  }
  return result;
}

LayerSettings read_layer(const json& layer) {
  const json document = {{"version", 1}, {"network", {{"layers", json::array({layer})}}}};
  return parse_experiment(document).network.layers.at(0);
}

// "layers.0.projection.weight" -> "projection.weight"
std::string within_layer(const std::string& name) { return name.substr(kLayer.size() + 1); }
// ... -> "weight"
std::string last_part(const std::string& name) { return name.substr(name.rfind('.') + 1); }

std::vector<double> numbers(const json& list) { return list.get<std::vector<double>>(); }

template <class T>
void set_parameters(Layer<T>& layer, const json& phases) {
  for (Parameter<T>* parameter : layer.parameters()) {
    const auto start = values<T>(parameter->value.size(), phases[last_part(parameter->name)]);
    std::copy(start.begin(), start.end(), parameter->value.begin());
  }
}

template <class T>
double training_difference(const json& c) {
  const json document = golden();
  const json& phases = document["phases"];
  const auto batch = document["batch"].get<std::size_t>();
  const auto input_shape = c["input"].get<Shape>();
  const auto layer = make_layer<T>(read_layer(c["layer"]), input_shape, batch, kLayer, 1);
  set_parameters(*layer, phases);
  const auto input = values<T>(batch * element_count(input_shape), phases["input"]);
  if (layer->is_reshape()) {
    EXPECT_EQ(layer->output_shape(), Shape{element_count(input_shape)});
    return largest_difference(input, numbers(c["output"]));
  }
  const std::size_t outputs = batch * element_count(layer->output_shape());
  const auto output_gradient = values<T>(outputs, phases["output_gradient"]);
  Values<T> output(outputs), input_gradient(input.size());
  layer->forward(input.data(), output.data(), batch, Mode::train);
  layer->backward(input.data(), output.data(), output_gradient.data(), input_gradient.data(),
                  batch);

  double largest = largest_difference(output, numbers(c["output"]));
  largest = larger(largest_difference(input_gradient, numbers(c["input_gradient"])), largest);
  EXPECT_EQ(layer->parameters().size(), c["gradients"].size());
  for (const Parameter<T>* parameter : layer->parameters()) {
    const json& expected = c["gradients"].at(within_layer(parameter->name));
    largest = larger(largest_difference(parameter->gradient, numbers(expected)), largest);
  }
  EXPECT_EQ(layer->buffers().size(), c["buffers"].size());
  for (const Buffer<T>* buffer : layer->buffers()) {
    const json& expected = c["buffers"].at(within_layer(buffer->name));
    largest = larger(largest_difference(buffer->value, numbers(expected)), largest);
  }
  return largest;
}

template <class T>
double evaluation_difference(const json& c) {
  const json document = golden();
  const auto batch = document["batch"].get<std::size_t>();
  const auto shape = c["input"].get<Shape>();
  const auto layer = make_layer<T>(read_layer(c["layer"]), shape, batch, kLayer, 1);
  set_parameters(*layer, document["phases"]);
  for (Buffer<T>* buffer : layer->buffers()) {
    const std::vector<double> start = numbers(c["buffers"].at(within_layer(buffer->name)));
    std::transform(start.begin(), start.end(), buffer->value.begin(),
                   [](double value) { return static_cast<T>(value); });
  }
  const auto input = values<T>(batch * element_count(shape), document["phases"]["input"]);
  Values<T> output(input.size());
  layer->forward(input.data(), output.data(), batch, Mode::evaluate);
  return largest_difference(output, numbers(c["output"]));
}

void expect_small(double in_double, double in_float) {
  EXPECT_LE(in_double, kInDouble);
  EXPECT_LE(in_float, kInFloat);
  testing::record_difference_in_double(in_double);
  testing::record_difference_in_float(in_float);
}

class GoldenLayers : public ::testing::TestWithParam<json> {};

TEST_P(GoldenLayers, FollowPyTorch) {
  expect_small(training_difference<double>(GetParam()), training_difference<float>(GetParam()));
}

class GoldenEvaluation : public ::testing::TestWithParam<json> {};

TEST_P(GoldenEvaluation, FollowsPyTorch) {
  expect_small(evaluation_difference<double>(GetParam()), evaluation_difference<float>(GetParam()));
}

constexpr auto kName = [](const auto& info) {
  return info.param["name"].template get<std::string>();
};

INSTANTIATE_TEST_SUITE_P(PyTorch, GoldenLayers,
                         ::testing::ValuesIn(golden()["layers"].get<std::vector<json>>()), kName);
INSTANTIATE_TEST_SUITE_P(PyTorch, GoldenEvaluation,
                         ::testing::ValuesIn(golden()["evaluated"].get<std::vector<json>>()),
                         kName);

// Every layer type has a case; dropout's is of evaluation alone.
TEST(GoldenLayers, LeaveNoTypeOut) {
  std::set<std::string> missing;
  for_each_kind<LayerKinds>([&](const auto& kind) { missing.insert(std::string(kind.type)); });
  const json document = golden();
  for (const char* group : {"layers", "evaluated"}) {
    for (const json& c : document[group]) missing.erase(c["layer"]["type"].get<std::string>());
  }
  EXPECT_EQ(missing, std::set<std::string>{});
}

template <class T>
double loss_difference(const json& c) {
  const json experiment = {{"version", 1}, {"loss", c["loss"]}};
  const LossSettings settings = parse_experiment(experiment).loss;
  const auto labels = c["labels"].get<std::vector<std::uint16_t>>();
  const auto classes = c["classes"].get<std::size_t>();
  const auto outputs =
      values<T>(labels.size() * classes, golden()["phases"]["input"], c["scale"].get<double>());
  Values<T> gradient(outputs.size());
  const BatchLoss loss =
      batch_loss(settings, outputs.data(), labels.data(), labels.size(), classes, gradient.data());
  return larger(std::abs(loss.loss / c["value"].get<double>() - 1),
                largest_difference(gradient, numbers(c["gradient"])));
}

void expect_losses_follow(const std::string& type, std::size_t cases) {
  double in_double = 0, in_float = 0;
  const json document = golden();
  for (const json& c : document["losses"]) {
    if (c["loss"]["type"] != type) continue;
    in_double = larger(loss_difference<double>(c), in_double);
    in_float = larger(loss_difference<float>(c), in_float);
    --cases;
  }
  EXPECT_EQ(cases, 0u) << "cases in the golden file";
  expect_small(in_double, in_float);
}

TEST(GoldenLosses, CrossEntropy) { expect_losses_follow("cross_entropy", 2); }
TEST(GoldenLosses, MeanSquaredError) { expect_losses_follow("mean_squared_error", 2); }

}  // namespace
}  // namespace anneal
