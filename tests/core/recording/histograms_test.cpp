// Histograms against a naive histogram in double, and proof that they do not change the run. For
// downsampling see histograms_downsampling_test.cpp.
#include "recording/histograms.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>

#include "optim/allocation_count.h"
#include "runs.h"
#include "snapshots.h"

namespace anneal {
namespace {

using testing::history_text;
using testing::make_trainer;
using testing::steps_of;
using testing::train_to;
using testing::train_to_end;

std::vector<double> doubles(const Tensor<float>& tensor) { return {tensor.begin(), tensor.end()}; }

// Searches the bin of each value by its edges, in double.
std::vector<std::uint16_t> naive_counts(const std::vector<double>& values) {
  const auto edges = ValueBins::edges();
  std::vector<std::uint16_t> counts(ValueBins::kCount);
  for (const double value : values) {
    std::size_t bin = 0;
    if (value > 0) {
      while (bin + 1 < ValueBins::kCount && value >= edges[bin + 1]) ++bin;
    } else {
      while (bin + 1 < ValueBins::kCount && value > edges[bin + 1]) ++bin;
    }
    ++counts[bin];
  }
  return counts;
}

double norm(const std::vector<double>& values) {
  return std::sqrt(std::inner_product(values.begin(), values.end(), values.begin(), 0.0));
}

void expect_statistics(const ValueStatistics& statistics, const std::vector<double>& values) {
  const auto count = static_cast<double>(values.size());
  const double mean = std::accumulate(values.begin(), values.end(), 0.0) / count;
  double squares = 0;
  for (const double value : values) squares += (value - mean) * (value - mean);
  EXPECT_EQ(statistics.low, *std::min_element(values.begin(), values.end()));
  EXPECT_EQ(statistics.high, *std::max_element(values.begin(), values.end()));
  EXPECT_NEAR(statistics.mean, mean, 1e-9);
  EXPECT_NEAR(statistics.deviation, std::sqrt(squares / count), 1e-9);
  EXPECT_EQ(statistics.zeros,
            static_cast<double>(std::count(values.begin(), values.end(), 0)) / count);
  EXPECT_NEAR(statistics.norm, norm(values), 1e-9 * norm(values));
}

struct TensorCopies {
  explicit TensorCopies(Trainer& trainer) {
    for (const Parameter<float>* parameter : trainer.network().parameters()) {
      weights.push_back(doubles(parameter->value));
      gradients.push_back(doubles(parameter->gradient));
    }
  }
  std::vector<std::vector<double>> weights, gradients;
};

TEST(Histograms, CountsAndStatisticsAreThoseOfANaiveHistogram) {
  Trainer trainer = make_trainer();
  trainer.keep_histograms();
  train_to(trainer, 6);
  const TensorCopies before(trainer);
  trainer.advance();
  const TensorCopies after(trainer);
  const Histograms& histograms = *trainer.histograms();
  const Histograms::Snapshot snapshot = histograms.snapshots().back();
  EXPECT_EQ(snapshot.step, 7);
  ASSERT_EQ(histograms.samples().size(), 4u);
  for (std::size_t p = 0; p < 4; ++p) {
    std::vector<double> updates;
    for (std::size_t i = 0; i < after.weights[p].size(); ++i) {
      updates.push_back(static_cast<float>(after.weights[p][i] - before.weights[p][i]));
    }
    const ParameterStatistics& statistics = histograms.statistics(snapshot)[p];
    const std::vector<double>* const quantities[] = {&after.weights[p], &after.gradients[p],
                                                     &updates};
    for (std::size_t q = 0; q < kQuantities; ++q) {
      const auto counts = histograms.counts(snapshot, Quantity{q})
                              .subspan(p * ValueBins::kCount, ValueBins::kCount);
      EXPECT_EQ(std::vector<std::uint16_t>(counts.begin(), counts.end()),
                naive_counts(*quantities[q]));
      expect_statistics(statistics.of[q], *quantities[q]);
    }
    EXPECT_NEAR(statistics.update_ratio, norm(updates) / norm(before.weights[p]),
                1e-6 * statistics.update_ratio);
  }
}

TEST(Histograms, DoNotChangeTheRun) {
  Trainer without = make_trainer();
  Trainer with = make_trainer();
  train_to(with, 2);
  with.keep_histograms();
  train_to_end(without);
  train_to_end(with);
  EXPECT_EQ(history_text(with), history_text(without));
  EXPECT_EQ(testing::weights(with), testing::weights(without));
}

TEST(Histograms, AMeasuredStepAllocatesNothing) {
  Trainer trainer = make_trainer();
  trainer.keep_histograms();
  trainer.advance();
  const std::size_t before = testing::allocation_count();
  train_to(trainer, 4);
  EXPECT_EQ(testing::allocation_count(), before);
  EXPECT_EQ(trainer.histograms()->snapshots().size(), 5u);
}

TEST(Histograms, StartWithTheCurrentWeights) {
  Trainer trainer = make_trainer();
  train_to(trainer, 3);
  trainer.keep_histograms();
  trainer.keep_histograms();
  const Histograms& histograms = *trainer.histograms();
  ASSERT_EQ(steps_of(histograms), (std::vector<std::int64_t>{3}));
  const Histograms::Snapshot snapshot = histograms.snapshots()[0];
  const TensorCopies now(trainer);
  expect_statistics(histograms.statistics(snapshot)[2].of[0], now.weights[2]);
  for (const Quantity unknown : {Quantity::gradients, Quantity::updates}) {
    for (const std::uint16_t count : histograms.counts(snapshot, unknown)) EXPECT_EQ(count, 0);
    EXPECT_TRUE(std::isnan(histograms.statistics(snapshot)[2].of[1].norm));
  }
  EXPECT_TRUE(std::isnan(histograms.statistics(snapshot)[2].update_ratio));
}

TEST(Histograms, AfterRecoveryLaterSnapshotsAreRemoved) {
  Trainer trainer = make_trainer();
  trainer.keep_histograms();
  train_to(trainer, 3);
  trainer.set_schedule(testing::constant_schedule(1e6));
  while (trainer.divergence() == nullptr) trainer.advance();
  EXPECT_GT(trainer.histograms()->snapshots().back().step, trainer.steps_done());
  trainer.recover();
  for (const Histograms::Snapshot& snapshot : trainer.histograms()->snapshots()) {
    EXPECT_LE(snapshot.step, trainer.steps_done());
  }
  trainer.set_schedule(testing::constant_schedule(0.01));
  train_to(trainer, 10);
  const std::vector<std::int64_t> steps = steps_of(*trainer.histograms());
  EXPECT_TRUE(std::is_sorted(steps.begin(), steps.end()));
  EXPECT_EQ(std::adjacent_find(steps.begin(), steps.end()), steps.end());
  EXPECT_EQ(steps.back(), 10);
}

TEST(Histograms, DescribeTheirParameters) {
  Trainer trainer = make_trainer();
  trainer.keep_histograms();
  const Json json = describe(*trainer.histograms(), trainer.history().layers());
  ASSERT_EQ(json["parameters"].size(), 4u);
  EXPECT_EQ(json["parameters"][2]["name"], "layers.4.weight");
  EXPECT_EQ(json["parameters"][2]["layer"], "layers.4");
  EXPECT_EQ(json["parameters"][2]["type"], "dense");
  EXPECT_EQ(json["parameters"][2]["values"], 7 * 7 * 4 * 10);
  EXPECT_EQ(json["edges"].size(), ValueBins::kCount + 1);
}

}  // namespace
}  // namespace anneal
