// Divergence: where a run stops, what is restored, and how it continues.
#include "training/divergence.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "runs.h"

namespace anneal {
namespace {

using testing::history_text;
using testing::make_trainer;
using testing::parse;
using testing::train_to;
using testing::weights;

// 400 images in batches of 8: 50 steps per epoch.
constexpr std::string_view kLong = R"({"version": 1, "seed": 2,
  "data": {"train": 400, "validation": 40},
  "network": {"layers": [{"type": "flatten"}, {"type": "dense", "units": 10}]},
  "schedule": {"type": "constant", "initial": 0.01},
  "training": {"epochs": 4, "batch_size": 8}})";

void train_until_diverged(Trainer& trainer) {
  while (!trainer.divergence() && !trainer.finished()) trainer.advance();
  ASSERT_NE(trainer.divergence(), nullptr);
}

TEST(Divergence, TheReasonIsTheFirstThatApplies) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const double infinity = std::numeric_limits<double>::infinity();
  EXPECT_EQ(divergence_reason(nan, 10), DivergenceReason::loss_not_finite);
  EXPECT_EQ(divergence_reason(infinity, 10), DivergenceReason::loss_not_finite);
  EXPECT_EQ(divergence_reason(10.5, 10), DivergenceReason::loss_above_limit);
  EXPECT_EQ(divergence_reason(10, 10), std::nullopt);
  EXPECT_EQ(divergence_reason(nan), DivergenceReason::gradient_not_finite);
  EXPECT_EQ(divergence_reason(3), std::nullopt);
}

TEST(Divergence, StopsRestoresTheLastGoodStateAndSuggestsWhatToTry) {
  Trainer plain = make_trainer(kLong);
  Trainer trainer = make_trainer(kLong);
  train_to(trainer, 40);
  trainer.set_schedule(testing::constant_schedule(1e6));
  train_until_diverged(trainer);

  const Divergence& divergence = *trainer.divergence();
  EXPECT_EQ(divergence.reason, DivergenceReason::loss_above_limit);
  EXPECT_EQ(divergence.step, 41);
  EXPECT_EQ(divergence.restored, 40);  // the step of the change, not an earlier one
  EXPECT_EQ(trainer.steps_done(), 40);
  EXPECT_EQ(trainer.history().steps().size(), 42u);  // the steps up to the divergence stay
  train_to(plain, 40);
  EXPECT_EQ(weights(trainer), weights(plain));

  const std::string message = describe(divergence);
  EXPECT_NE(message.find("diverged at step 41: the loss of"), std::string::npos) << message;
  EXPECT_NE(message.find("as they were at step 40"), std::string::npos) << message;
  EXPECT_NE(message.find("lower learning rate (it was 1e+06"), std::string::npos) << message;
  const Json& event = trainer.history().events().back();
  EXPECT_EQ(event["type"], "diverged");
  EXPECT_EQ(event["reason"], "loss_above_limit");
  EXPECT_EQ(event["message"], message);
  EXPECT_THROW(trainer.advance(), Error);
}

TEST(Divergence, ARecoveredRunContinuesAsIfItHadNotDiverged) {
  Trainer calm = make_trainer(kLong);
  Trainer fallen = make_trainer(kLong);
  train_to(calm, 60);
  train_to(fallen, 60);
  fallen.set_schedule(testing::constant_schedule(1e6));
  train_until_diverged(fallen);
  fallen.set_schedule(testing::constant_schedule(0.01));
  fallen.recover();
  EXPECT_EQ(fallen.history().steps().size(), 60u);
  testing::train_to_end(calm);
  testing::train_to_end(fallen);
  EXPECT_EQ(weights(fallen), weights(calm));
  EXPECT_EQ(to_json(fallen.history())["epochs"], to_json(calm.history())["epochs"]);
}

// Without a change of the schedule, the restored state is a periodic copy. The state of the plateau
// is that of the same step.
TEST(Divergence, GoesBackBeforeTheEndOfAnEpoch) {
  Experiment experiment = parse(kLong);
  experiment.schedule = parse_schedule(parse_json(
      R"({"type": "sequence", "parts": [
        {"schedule": {"type": "constant", "initial": 0.01}, "length": 51},
        {"schedule": {"type": "constant", "initial": 1e6}}]})",
      ""));
  Trainer trainer = make_trainer(experiment);
  Trainer plain = make_trainer(experiment);
  train_until_diverged(trainer);
  EXPECT_EQ(trainer.divergence()->step, 52);
  EXPECT_EQ(trainer.divergence()->restored, 32);
  EXPECT_EQ(trainer.history().epochs().size(), 1u);
  trainer.set_schedule(testing::constant_schedule(0.01));
  trainer.recover();
  EXPECT_TRUE(trainer.history().epochs().empty());
  plain.set_schedule(testing::constant_schedule(0.01));
  testing::train_to_end(trainer);
  testing::train_to_end(plain);
  EXPECT_EQ(to_json(trainer.history())["epochs"], to_json(plain.history())["epochs"]);
}

TEST(Divergence, WeightsThatAreNaNAreDetectedAtOnce) {
  Trainer trainer = make_trainer(kLong);
  trainer.network().parameters()[0]->value.fill(std::numeric_limits<float>::quiet_NaN());
  trainer.advance();
  ASSERT_NE(trainer.divergence(), nullptr);
  EXPECT_EQ(trainer.divergence()->reason, DivergenceReason::loss_not_finite);
  EXPECT_EQ(trainer.divergence()->step, 0);
  EXPECT_EQ(to_json(trainer.history())["events"][0]["loss"], nullptr);
}

TEST(Divergence, AChangeOfTheScheduleMovesToTheRestoredStep) {
  Trainer trainer = make_trainer(kLong);
  trainer.set_schedule(testing::constant_schedule(1e6));
  trainer.advance();  // before a good state after the change is saved
  trainer.set_schedule(testing::constant_schedule(0.01));
  train_until_diverged(trainer);
  EXPECT_EQ(trainer.divergence()->step, 1);
  EXPECT_EQ(trainer.divergence()->restored, 0);
  trainer.recover();
  EXPECT_EQ(trainer.history().events()[1]["step"], 0);
  testing::train_to_end(trainer);
  EXPECT_TRUE(trainer.finished());
}

TEST(Divergence, OnlyADivergedRunCanRecover) {
  Trainer trainer = make_trainer(kLong);
  EXPECT_THROW(trainer.recover(), Error);
}

}  // namespace
}  // namespace anneal
