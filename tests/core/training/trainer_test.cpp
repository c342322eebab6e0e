// Runs: their history, independence of slices and threads, and changes of the schedule.
#include "training/trainer.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "errors.h"
#include "optim/allocation_count.h"
#include "runs.h"
#include "training/threads.h"

namespace anneal {
namespace {

using testing::history_text;
using testing::kSmall;
using testing::make_trainer;
using testing::parse;
using testing::train_to;
using testing::train_to_end;
using testing::weights;

TEST(Trainer, CountsStepsEpochsAndTheSmallerLastBatch) {
  Trainer trainer = make_trainer();
  EXPECT_EQ(trainer.steps_per_epoch(), 5);  // 150 images in batches of 32
  EXPECT_EQ(trainer.total_steps(), 15);
  train_to_end(trainer);
  EXPECT_EQ(trainer.steps_done(), 15);
  ASSERT_EQ(trainer.history().steps().size(), 15u);
  ASSERT_EQ(trainer.history().epochs().size(), 3u);
  // 150 = 4 x 32 + 22: the accuracy of an epoch is over images, not over batches.
  double correct = 0;
  for (std::size_t step = 0; step < 5; ++step) {
    correct += trainer.history().steps()[step].accuracy * (step == 4 ? 22 : 32);
  }
  EXPECT_NEAR(trainer.history().epochs()[0].train_accuracy, correct / 150, 1e-12);
}

TEST(Trainer, UsesTheRatesOfTheSchedule) {
  Trainer trainer = make_trainer();
  train_to_end(trainer);
  const std::vector<double> expected = rates(trainer.experiment().schedule, 15, 5);
  for (std::size_t step = 0; step < 15; ++step) {
    EXPECT_EQ(trainer.history().steps()[step].rate, expected[step]);
  }
  EXPECT_EQ(trainer.history().epochs()[1].rate, expected[9]);
}

TEST(Trainer, TheFirstLossIsThatOfRandomGuesses) {
  Trainer trainer = make_trainer();
  trainer.advance();
  EXPECT_NEAR(trainer.history().steps()[0].loss, std::log(10.0), 1.0);
}

TEST(Trainer, TheSameSeedGivesTheSameBits) {
  Trainer first = make_trainer();
  Trainer second = make_trainer();
  train_to_end(first);
  train_to_end(second);
  EXPECT_EQ(history_text(first), history_text(second));
  EXPECT_EQ(weights(first), weights(second));
}

TEST(Trainer, AnotherSeedGivesAnotherRun) {
  Experiment experiment = parse(kSmall);
  Trainer first = make_trainer(experiment);
  experiment.seed = 8;
  Trainer second = make_trainer(experiment);
  train_to_end(first);
  train_to_end(second);
  EXPECT_NE(history_text(first), history_text(second));
}

TEST(Trainer, AnyNumberOfThreadsGivesTheSameBits) {
  std::string history;
  std::vector<std::uint8_t> bytes;
  for (const std::size_t count : {1, 2, 4}) {
    set_threads(count);
    Trainer trainer = make_trainer();
    train_to_end(trainer);
    if (history.empty()) {
      history = history_text(trainer);
      bytes = weights(trainer);
    }
    EXPECT_EQ(history_text(trainer), history) << count << " threads";
    EXPECT_EQ(weights(trainer), bytes) << count << " threads";
  }
  set_threads(1);
}

TEST(Trainer, AChangedScheduleDoesNotChangeThePast) {
  Trainer plain = make_trainer();
  Trainer changed = make_trainer();
  train_to_end(plain);
  train_to(changed, 7);
  changed.set_schedule(parse_schedule(parse_json(R"({"type": "constant", "initial": 0.5})", "")));
  train_to_end(changed);

  const auto& past = plain.history().steps();
  const auto& steps = changed.history().steps();
  for (std::size_t step = 0; step < 7; ++step) {
    EXPECT_EQ(steps[step].rate, past[step].rate);
    EXPECT_EQ(steps[step].loss, past[step].loss);
  }
  // The loss of step 7 is measured before its update: step 8 is the first to differ.
  EXPECT_EQ(steps[7].rate, 0.5);
  EXPECT_EQ(steps[7].loss, past[7].loss);
  EXPECT_NE(steps[8].loss, past[8].loss);

  ASSERT_EQ(changed.history().events().size(), 1u);
  EXPECT_EQ(to_text(to_json(changed.history())["events"]),
            R"([{"step":7,"type":"schedule","schedule":)"
            R"({"type":"constant","initial":0.5,"unit":"step"}}])");
}

TEST(Trainer, ARefusedScheduleChangesNothing) {
  Trainer trainer = make_trainer(R"({"version": 1, "optimizer": {"type": "adagrad"},
      "data": {"train": 32, "validation": 0}, "training": {"epochs": 1}})");
  const double rate = trainer.next_rate();
  EXPECT_THROW(trainer.set_schedule(parse_schedule(
                   parse_json(R"({"type": "one_cycle", "peak": 0.5, "momentum": {}})", ""))),
               Error);
  EXPECT_EQ(trainer.next_rate(), rate);
  EXPECT_TRUE(trainer.history().events().empty());
}

// A plateau receives the metric of an epoch once, whether the schedule changes before or after the
// evaluation that follows the last update.
TEST(Trainer, AChangeDuringAnEvaluationIsAChangeAfterIt) {
  const Schedule plateau = parse_schedule(
      parse_json(R"({"type": "plateau", "initial": 0.01, "factor": 0.5, "patience": 0,
                     "threshold": 0.9})",
                 ""));
  Trainer during = make_trainer();
  Trainer after = make_trainer();
  while (!during.evaluating()) during.advance();
  during.set_schedule(plateau);
  train_to(after, 5);
  after.set_schedule(plateau);
  train_to_end(during);
  train_to_end(after);
  EXPECT_EQ(history_text(during), history_text(after));
  // The first value is always an improvement; the second does not halve the loss ten times.
  EXPECT_EQ(after.plateau()->rate, 0.005);
}

TEST(Trainer, AdvanceProcessesAtMostOneBatch) {
  Trainer trainer = make_trainer();
  int pieces = 0;
  for (; !trainer.finished(); ++pieces) trainer.advance();
  EXPECT_EQ(pieces, 3 * (5 + 3));  // 70 held out: 32 + 32 + 6
}

TEST(Trainer, AFinishedRunRefusesToGoOn) {
  Trainer trainer = make_trainer();
  train_to_end(trainer);
  EXPECT_EQ(testing::refusal_of(ErrorKind::state, [&] { trainer.advance(); }),
            "the run is finished");
}

TEST(Trainer, WithoutHeldOutImagesTheirColumnsAreEmpty) {
  Trainer trainer = make_trainer(R"({"version": 1, "data": {"train": 40, "validation": 0},
                                     "training": {"epochs": 2, "batch_size": 64}})");
  train_to_end(trainer);
  EXPECT_EQ(trainer.total_steps(), 2);
  EXPECT_TRUE(std::isnan(trainer.history().epochs()[1].validation_loss));
  EXPECT_EQ(to_json(trainer.history())["epochs"]["validation_accuracy"][0], nullptr);
}

TEST(Trainer, AStepAllocatesNothing) {
  Trainer trainer = make_trainer();
  train_to(trainer, 5);  // a whole epoch with its evaluation
  const std::size_t before = testing::allocation_count();
  train_to(trainer, 10);
  EXPECT_EQ(testing::allocation_count(), before);
}

TEST(Trainer, LearnsToReadGlyphs) {
  Trainer trainer = make_trainer(R"({"version": 1,
      "data": {"train": 2000, "validation": 500},
      "schedule": {"type": "step", "initial": 0.05, "factor": 0.1, "every": 3, "unit": "epoch"},
      "training": {"epochs": 5}})");
  train_to_end(trainer);
  const auto& epochs = trainer.history().epochs();
  EXPECT_LT(epochs.back().train_loss, epochs.front().train_loss / 2);
  EXPECT_GT(epochs.back().validation_accuracy, 0.8);
}

TEST(Trainer, LayersWithRandomNumbersFollowTheSeed) {
  constexpr std::string_view document = R"({"version": 1, "seed": 3,
      "data": {"train": 64, "validation": 32, "standardise": true,
               "augment": {"shift": 2, "flip": true, "cutout": 4}},
      "network": {"layers": [
        {"type": "conv2d", "filters": 4, "padding": "same", "bias": false},
        {"type": "batch_norm"}, {"type": "relu"},
        {"type": "residual", "layers": [
          {"type": "conv2d", "filters": 4, "padding": "same"}, {"type": "gelu"}]},
        {"type": "global_avg_pool2d"}, {"type": "dropout", "rate": 0.2},
        {"type": "dense", "units": 10}]},
      "optimizer": {"type": "adam"}, "schedule": {"type": "constant", "initial": 0.01},
      "training": {"epochs": 2}})";
  Trainer first = make_trainer(document);
  Trainer second = make_trainer(document);
  train_to_end(first);
  train_to_end(second);
  EXPECT_EQ(history_text(first), history_text(second));
  EXPECT_TRUE(std::isfinite(first.history().epochs().back().validation_loss));
}

}  // namespace
}  // namespace anneal
