// The learning-rate range test: its rates, where it stops, what it suggests, and that it restores
// the run.
#include "training/range_test.h"

#include <gtest/gtest.h>

#include <cmath>

#include "errors.h"
#include "runs.h"

namespace anneal {
namespace {

using testing::make_trainer;
using testing::weights;

RangeTestResult run(Trainer& trainer, const RangeTestSettings& settings = {}) {
  RangeTest test(trainer, settings);
  while (!test.finished()) test.advance();
  return test.result();
}

std::string refusal(const char* document) {
  return testing::refusal_of(ErrorKind::experiment,
                             [&] { parse_range_test(parse_json(document, "")); });
}

TEST(RangeTest, RisesExponentiallyAndStopsWhenTheLossDiverges) {
  Trainer trainer = make_trainer();
  const RangeTestResult result = run(trainer, {.low = 1e-4, .high = 1000, .steps = 71});
  EXPECT_TRUE(result.diverged);
  ASSERT_GT(result.rates.size(), 20u);
  ASSERT_LT(result.rates.size(), 71u);
  for (std::size_t i = 0; i < result.rates.size(); ++i) {
    EXPECT_NEAR(result.rates[i], 1e-4 * std::pow(10, 0.1 * static_cast<double>(i)),
                1e-9 * result.rates[i]);
  }
  EXPECT_EQ(result.losses.size(), result.rates.size());
  EXPECT_DOUBLE_EQ(result.smooth_losses[0], result.losses[0]);  // bias-corrected
}

TEST(RangeTest, SuggestsARateThatTrains) {
  Trainer trainer = make_trainer();
  const RangeTestResult result = run(trainer);
  ASSERT_TRUE(result.suggestion.has_value());
  EXPECT_GT(result.suggestion->rate, 1e-4);
  EXPECT_LT(result.suggestion->rate, 1);
  EXPECT_EQ(result.suggestion->rate,
            std::min(*result.tenth_of_minimum, result.steepest.value_or(1e9)));
  trainer.set_schedule(testing::constant_schedule(result.suggestion->rate));
  testing::train_to_end(trainer);
  EXPECT_LT(trainer.history().epochs().back().train_loss, result.losses[0] - 0.2);
}

TEST(RangeTest, WithoutADecreaseThereIsNoSuggestion) {
  Trainer trainer = make_trainer();
  const RangeTestResult result = run(trainer, {.low = 1e-9, .high = 1e-8, .steps = 20});
  EXPECT_FALSE(result.diverged);
  EXPECT_EQ(result.rates.size(), 20u);
  EXPECT_DOUBLE_EQ(result.rates.back(), 1e-8);
  EXPECT_FALSE(result.suggestion.has_value());
  EXPECT_EQ(to_json(result)["suggestion"], nullptr);
}

// In the middle of an epoch, with running statistics, momentum and dropout.
TEST(RangeTest, RestoresTheRunBitForBit) {
  constexpr std::string_view document = R"({"version": 1, "seed": 3,
      "data": {"train": 160, "validation": 32},
      "network": {"layers": [
        {"type": "conv2d", "filters": 4}, {"type": "batch_norm"}, {"type": "relu"},
        {"type": "global_avg_pool2d"}, {"type": "dropout", "rate": 0.2},
        {"type": "dense", "units": 10}]},
      "optimizer": {"type": "nadam"}, "schedule": {"type": "constant", "initial": 0.01},
      "training": {"epochs": 2}})";
  Trainer plain = make_trainer(document);
  Trainer tested = make_trainer(document);
  testing::train_to(tested, 3);
  const std::vector<std::uint8_t> before = weights(tested);
  EXPECT_GT(run(tested).rates.back(), 0.1);  // large enough to destroy the weights
  EXPECT_EQ(weights(tested), before);
  testing::train_to_end(plain);
  testing::train_to_end(tested);
  EXPECT_EQ(testing::history_text(tested), testing::history_text(plain));
  EXPECT_EQ(weights(tested), weights(plain));
}

TEST(RangeTest, AFinishedTestRefusesToGoOn) {
  Trainer trainer = make_trainer();
  RangeTest test(trainer, {.low = 1e-4, .high = 1e-3, .steps = 10});
  while (!test.finished()) test.advance();
  EXPECT_THROW(test.advance(), Error);
}

TEST(RangeTest, BadSettingsAreRefusedByPath) {
  EXPECT_EQ(parse_range_test(Json::object()).steps, 100);
  EXPECT_EQ(refusal(R"({"low": 0})"), "range_test.low: expected a number above 0, got 0");
  EXPECT_EQ(refusal(R"({"low": 1, "high": 0.5})"),
            "range_test.high: expected more than the low rate of 1.0, got 0.5");
  EXPECT_EQ(refusal(R"({"steps": 5})"),
            "range_test.steps: expected an integer from 10 to 10000, got 5");
}

}  // namespace
}  // namespace anneal
