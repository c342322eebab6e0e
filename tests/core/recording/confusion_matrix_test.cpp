// The confusion matrix, alone and over an evaluation.
#include "recording/confusion_matrix.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "recording/epoch_sums.h"
#include "runs.h"

namespace anneal {
namespace {

TEST(ConfusionMatrix, CountsByLabelAndPrediction) {
  ConfusionMatrix confusion(3);
  confusion.add(0, 0), confusion.add(0, 0), confusion.add(0, 2), confusion.add(1, 2);
  EXPECT_EQ(std::vector(confusion.counts().begin(), confusion.counts().end()),
            (std::vector<std::uint32_t>{2, 0, 1, 0, 0, 1, 0, 0, 0}));
  EXPECT_DOUBLE_EQ(confusion.recall(0), 2.0 / 3);
  EXPECT_EQ(confusion.precision(0), 1);
  EXPECT_EQ(confusion.recall(1), 0);
  EXPECT_TRUE(std::isnan(confusion.precision(1)));  // nothing was predicted as 1
  EXPECT_EQ(confusion.precision(2), 0);
  EXPECT_TRUE(std::isnan(confusion.recall(2)));  // no image has this label
}

TEST(ConfusionMatrix, CellsAreTheNonZeroOnesAndRestoreTheMatrix) {
  ConfusionMatrix confusion(4);
  confusion.add(3, 1), confusion.add(0, 2), confusion.add(3, 1);
  const auto cells = confusion.cells();
  EXPECT_EQ(std::vector(cells.begin(), cells.end()),
            (std::vector<ConfusionCell>{{0, 2, 1}, {3, 1, 2}}));
  const ConfusionMatrix copy(4, cells);
  EXPECT_TRUE(std::equal(copy.counts().begin(), copy.counts().end(), confusion.counts().begin()));
  confusion.clear();
  EXPECT_TRUE(confusion.cells().empty());
}

TEST(ConfusionMatrix, IsNotStoredForTooManyClasses) {
  ConfusionMatrix confusion(ConfusionMatrix::kMaxClasses + 1);
  EXPECT_FALSE(confusion.stored());
  confusion.add(1024, 1024);
  EXPECT_TRUE(confusion.cells().empty());
}

TEST(CountPredictions, CountsLabelsAmongTheLargestOutputs) {
  // The label 2 is first, second (after an equal output of a lower class), third and last.
  const float outputs[] = {0, 1, 5, 2, /**/ 5, 0, 5, 2, /**/ 6, 7, 5, 2, /**/ 6, 7, 1, 2};
  const std::uint16_t labels[] = {2, 2, 2, 2};
  for (const std::size_t k : {1, 2, 3, 4, 9}) {
    ConfusionMatrix confusion(4);
    EXPECT_EQ(count_predictions(outputs, labels, 4, 4, k, confusion), std::min<std::size_t>(k, 4));
    EXPECT_EQ(confusion.counts()[2 * 4 + 2], 1u);
    EXPECT_EQ(confusion.counts()[2 * 4 + 0], 1u);
    EXPECT_EQ(confusion.counts()[2 * 4 + 1], 2u);
  }
}

TEST(Trainer, TheConfusionOfAnEpochAddsUpToItsAccuracy) {
  Trainer trainer = testing::make_trainer();
  testing::train_to_end(trainer);
  for (std::size_t epoch = 0; epoch < 3; ++epoch) {
    std::size_t images = 0, correct = 0;
    for (const ConfusionCell& cell : trainer.history().confusion(epoch)) {
      images += cell.images;
      if (cell.label == cell.prediction) correct += cell.images;
    }
    const EpochRow& row = trainer.history().epochs()[epoch];
    EXPECT_EQ(images, 70u);
    EXPECT_DOUBLE_EQ(row.validation_accuracy, static_cast<double>(correct) / 70);
    EXPECT_GE(row.validation_top_k_accuracy, row.validation_accuracy);
  }
}

TEST(Trainer, TopOneAccuracyIsAccuracyAndTopAllIsOne) {
  Experiment experiment = testing::parse(testing::kSmall);
  for (const std::size_t k : {1, 10}) {
    experiment.training.top_k = k;
    Trainer trainer = testing::make_trainer(experiment);
    testing::train_to(trainer, 5);
    const EpochRow& row = trainer.history().epochs()[0];
    EXPECT_EQ(row.validation_top_k_accuracy, k == 1 ? row.validation_accuracy : 1.0);
  }
}

}  // namespace
}  // namespace anneal
