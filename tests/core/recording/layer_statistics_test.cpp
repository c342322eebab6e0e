// Layer statistics against their definitions.
#include "recording/layer_statistics.h"

#include <gtest/gtest.h>

#include <cmath>

#include "runs.h"

namespace anneal {
namespace {

using testing::make_trainer;

std::vector<std::string> names(const Trainer& trainer) {
  std::vector<std::string> list;
  for (const LayerName& layer : trainer.history().layers()) {
    list.push_back(layer.name + " " + layer.type);
  }
  return list;
}

double norm(const std::vector<float>& values) {
  double sum = 0;
  for (const double value : values) sum += value * value;
  return std::sqrt(sum);
}

// The values of all parameters of a layer, by the prefix of their names.
template <class Pick>
std::vector<float> gather(Trainer& trainer, const std::string& layer, Pick pick) {
  std::vector<float> values;
  for (const Parameter<float>* parameter : trainer.network().parameters()) {
    if (parameter->name.rfind(layer + ".", 0) != 0) continue;
    const Tensor<float>& tensor = pick(*parameter);
    values.insert(values.end(), tensor.begin(), tensor.end());
  }
  return values;
}

constexpr auto value_of = [](const Parameter<float>& p) -> const Tensor<float>& { return p.value; };
constexpr auto gradient_of = [](const Parameter<float>& p) -> const Tensor<float>& {
  return p.gradient;
};

TEST(LayerStatistics, ValuesOfTheLastStepOfAnEpochFollowTheirDefinition) {
  Trainer trainer = make_trainer();
  EXPECT_EQ(names(trainer),
            (std::vector<std::string>{"layers.0 conv2d", "layers.1 relu", "layers.4 dense"}));
  while (trainer.steps_done() < 4) trainer.advance();
  const std::vector<float> before = gather(trainer, "layers.4", value_of);
  trainer.advance();  // step 4, the last of the epoch
  const std::vector<float> after = gather(trainer, "layers.4", value_of);
  const double gradient = norm(gather(trainer, "layers.4", gradient_of));
  while (trainer.evaluating()) trainer.advance();

  std::vector<float> move(before.size());
  for (std::size_t i = 0; i < move.size(); ++i) move[i] = after[i] - before[i];
  const LayerRow& row = trainer.history().layer_rows(0)[2];
  EXPECT_NEAR(row.weight_norm, norm(after), 1e-6 * norm(after));
  EXPECT_NEAR(row.gradient_norm, gradient, 1e-6 * gradient);
  EXPECT_NEAR(row.update_ratio, norm(move) / norm(before), 1e-5 * row.update_ratio);
  EXPECT_TRUE(std::isnan(row.dead_units));
  EXPECT_TRUE(std::isnan(trainer.history().layer_rows(0)[1].weight_norm));
}

TEST(LayerStatistics, TheNormsOfAllLayersCombineToThatOfTheNetwork) {
  Trainer trainer = make_trainer();
  testing::train_to(trainer, 5);
  double weights = 0, gradients = 0;
  for (const LayerRow& row : trainer.history().layer_rows(0)) {
    if (std::isnan(row.weight_norm)) continue;
    weights += row.weight_norm * row.weight_norm;
    gradients += row.gradient_norm * row.gradient_norm;
  }
  EXPECT_NEAR(trainer.history().epochs()[0].weight_norm, std::sqrt(weights), 1e-6);
  EXPECT_NEAR(trainer.history().steps()[4].gradient_norm, std::sqrt(gradients), 1e-6);
}

// A large tensor is sampled. If every value changes by the same factor, the ratio is still exact.
TEST(LayerStatistics, TheUpdateOfALargeLayerIsMeasuredOnASample) {
  NetworkSettings settings;
  settings.input = {100};
  settings.layers = {DenseSettings{.units = 1500}};
  Network<float> network(settings, 1, 1);
  LayerStatistics statistics(network);
  statistics.before_update();
  for (Parameter<float>* parameter : network.parameters()) parameter->value *= 1.01f;
  statistics.after_update();
  EXPECT_NEAR(statistics.rows()[0].update_ratio, 0.01, 1e-6);
  EXPECT_NEAR(statistics.rows()[0].weight_norm, weight_norm(network.parameters()), 1e-9);
}

TEST(LayerStatistics, AReluWhoseBiasIsFarBelowZeroIsDead) {
  Trainer trainer = make_trainer();
  Tensor<float>& bias = trainer.network().parameters()[1]->value;
  ASSERT_EQ(bias.size(), 4u);
  bias(0) = bias(2) = bias(3) = -1000;
  testing::train_to(trainer, 5);
  EXPECT_EQ(trainer.history().layer_rows(0)[1].dead_units, 0.75);
  EXPECT_EQ(trainer.history().layer_rows(0)[1].dead_units,
            to_json(trainer.history())["layers"][1]["dead_units"][0]);
}

TEST(LayerStatistics, IncludeLayersInsideResidualBlocks) {
  Trainer trainer = make_trainer(R"({"version": 1, "data": {"train": 32, "validation": 32},
      "network": {"layers": [
        {"type": "residual", "projection": true, "layers": [
          {"type": "conv2d", "filters": 3, "stride": 2, "padding": "same"}, {"type": "relu"}]},
        {"type": "global_avg_pool2d"}, {"type": "dense", "units": 10}]},
      "training": {"epochs": 1}})");
  EXPECT_EQ(names(trainer),
            (std::vector<std::string>{"layers.0.layers.0 conv2d", "layers.0.layers.1 relu",
                                      "layers.0.projection projection", "layers.2 dense"}));
  testing::train_to_end(trainer);
  const auto rows = trainer.history().layer_rows(0);
  EXPECT_GT(rows[2].update_ratio, 0);
  EXPECT_GE(rows[1].dead_units, 0);
}

TEST(LayerStatistics, WithoutHeldOutImagesDeadUnitsAreUnknown) {
  Trainer trainer = make_trainer(R"({"version": 1, "data": {"train": 40, "validation": 0},
                                     "training": {"epochs": 1}})");
  testing::train_to_end(trainer);
  EXPECT_TRUE(std::isnan(trainer.history().layer_rows(0)[1].dead_units));
}

}  // namespace
}  // namespace anneal
