// Results of single held-out images, and searching them.
#include "recording/sample_results.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "inspection/inspection.h"
#include "runs.h"
#include "training/checkpoint.h"

namespace anneal {
namespace {

using testing::kSmall;
using testing::make_trainer;
using testing::parse;
using testing::train_to;

TEST(SampleResults, FindsTheImagesOfEveryCellOfTheConfusionMatrix) {
  Trainer trainer = make_trainer();
  train_to(trainer, 5);
  const Inspection inspection(trainer);
  std::size_t images = 0;
  for (const ConfusionCell& cell : trainer.history().confusion(0)) {
    const SampleFilter filter{.label = cell.label, .prediction = cell.prediction};
    const std::vector<std::uint32_t> found = inspection.find(filter, 1000);
    EXPECT_EQ(found.size(), cell.images);
    for (const std::uint32_t i : found) {
      EXPECT_EQ(inspection.label(Part::validation, i), cell.label);
      EXPECT_EQ(inspection.results()[i].prediction, cell.prediction);
    }
    images += found.size();
  }
  EXPECT_EQ(images, 70u);
}

TEST(SampleResults, TheWorstMistakesComeFirst) {
  Trainer trainer = make_trainer();
  train_to(trainer, 5);
  const Inspection inspection(trainer);
  const std::span<const SampleResult> results = inspection.results();
  ASSERT_EQ(results.size(), 70u);
  const double loss = std::accumulate(
      results.begin(), results.end(), 0.0,
      [](double sum, const SampleResult& o) { return sum + static_cast<double>(o.loss); });
  EXPECT_NEAR(loss / 70, trainer.history().epochs()[0].validation_loss, 1e-5);

  const std::vector<std::uint32_t> all = inspection.find({}, 1000);
  const std::vector<std::uint32_t> wrong = inspection.find({.wrong = true}, 1000);
  EXPECT_EQ(all.size(), 70u);
  const double accuracy = trainer.history().epochs()[0].validation_accuracy;
  EXPECT_NEAR(static_cast<double>(wrong.size()), 70 * (1 - accuracy), 1e-9);
  for (std::size_t i = 0; i < wrong.size(); ++i) {
    const SampleResult& result = results[wrong[i]];
    EXPECT_NE(result.prediction, inspection.label(Part::validation, wrong[i]));
    EXPECT_GE(result.probability, result.label_probability);
    EXPECT_LE(result.loss, results[wrong[i == 0 ? 0 : i - 1]].loss);
  }
  EXPECT_EQ(inspection.find({.wrong = true}, 3),
            (std::vector<std::uint32_t>(wrong.begin(), wrong.begin() + 3)));
}

TEST(SampleResults, KeepsTheLastEvaluationWhileTheNextIsRunning) {
  Trainer trainer = make_trainer();
  train_to(trainer, 5);
  const Inspection inspection(trainer);
  const std::vector<std::uint32_t> before = inspection.find({}, 1000);
  while (!trainer.evaluating()) trainer.advance();
  trainer.advance();
  ASSERT_TRUE(trainer.evaluating());
  EXPECT_EQ(inspection.find({}, 1000), before);
  train_to(trainer, 10);
  EXPECT_NE(inspection.find({}, 1000), before);
}

// Before the first evaluation, and after a run is resumed, predictions are unknown.
TEST(SampleResults, WithoutAnEvaluationOnlyLabelsCanBeFiltered) {
  Trainer first = make_trainer();
  train_to(first, 7);
  const auto resumed = resume(write_checkpoint(first), make_run_data(parse(kSmall), {}));
  const Inspection inspection(*resumed);
  EXPECT_TRUE(inspection.results().empty());
  EXPECT_TRUE(inspection.find({.wrong = true}, 1000).empty());
  EXPECT_TRUE(inspection.find({.label = 3, .prediction = 3}, 1000).empty());
  const std::vector<std::uint32_t> threes = inspection.find({.label = 3}, 1000);
  EXPECT_FALSE(threes.empty());
  EXPECT_TRUE(std::is_sorted(threes.begin(), threes.end()));
  train_to(*resumed, 10);
  EXPECT_FALSE(inspection.find({.wrong = true}, 1000).empty());
}

TEST(Probabilities, AreTheSoftmaxOfLogitsOfAnySize) {
  std::vector<float> probabilities(3);
  write_probabilities(CrossEntropy{}, std::vector<float>{1000, 1000, -1000}, probabilities);
  EXPECT_EQ(probabilities, (std::vector<float>{0.5f, 0.5f, 0}));
  write_probabilities(MeanSquaredError{}, std::vector<float>{1.5f, -0.25f, 0}, probabilities);
  EXPECT_EQ(probabilities, (std::vector<float>{1.5f, -0.25f, 0}));
}

}  // namespace
}  // namespace anneal
