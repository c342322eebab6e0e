// How a record of histograms is downsampled as a run grows, coarse and fine.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "recording/histograms.h"
#include "snapshots.h"

namespace anneal {
namespace {

using testing::steps_of;

Parameter<float> ramp(std::size_t count) {
  Parameter<float> parameter{"layers.0.weight", zeros<float>({count}), zeros<float>({count}), true};
  std::iota(parameter.value.begin(), parameter.value.end(), 0.0f);
  return parameter;
}

// Calls the record as a run does; returns the number of measured steps.
std::int64_t record(Histograms& histograms, std::int64_t from, std::int64_t to) {
  std::int64_t looks = 0;
  for (std::int64_t step = from; step <= to; ++step) {
    if (!histograms.is_due(step)) continue;
    histograms.before_update();
    histograms.after_update(step);
    ++looks;
  }
  return looks;
}

// A record of `steps` steps.
Histograms recorded(const std::vector<Parameter<float>*>& parameters, std::int64_t steps,
                    std::int64_t steps_per_epoch) {
  Histograms histograms(parameters, steps_per_epoch, 0);
  record(histograms, 1, steps);
  return histograms;
}

TEST(Histograms, AreDownsampledEvenlyAndKeepTheEndsOfEpochs) {
  Parameter<float> parameter = ramp(10);
  const Histograms histograms = recorded({&parameter}, 1000, 100);
  const std::vector<std::int64_t> steps = steps_of(histograms);
  EXPECT_LE(steps.size(), 128u);
  EXPECT_GT(steps.size(), 64u);
  for (std::int64_t epoch = 1; epoch <= 10; ++epoch) {
    EXPECT_TRUE(std::find(steps.begin(), steps.end(), 100 * epoch) != steps.end()) << epoch;
  }
  for (std::int64_t step = 0; step <= 1000; step += 16) {
    EXPECT_TRUE(std::find(steps.begin(), steps.end(), step) != steps.end()) << step;
  }
  EXPECT_TRUE(std::is_sorted(steps.begin(), steps.end()));
}

TEST(Histograms, WithManyEpochsEverySecondEndIsRemoved) {
  Parameter<float> parameter = ramp(10);
  const std::vector<std::int64_t> steps = steps_of(recorded({&parameter}, 100'000, 100));
  EXPECT_LE(steps.size(), 128u);
  EXPECT_GT(steps.size(), 48u);
  EXPECT_EQ(steps.front(), 0);
  EXPECT_GT(steps.back(), 97'000);
}

TEST(Histograms, ACoarseRecordMeasuresFewStepsOfTheWholeRun) {
  Parameter<float> parameter = ramp(10);
  Histograms histograms({&parameter}, 100'000, 0, Detail::coarse);
  EXPECT_LE(record(histograms, 1, 1000), 32 + 16 * 6);
  EXPECT_LE(record(histograms, 1001, 64'000), 16 * 7);
  const std::vector<std::int64_t> steps = steps_of(histograms);
  EXPECT_LE(steps.size(), 32u);
  EXPECT_GE(steps.size(), 16u);
  EXPECT_EQ(steps.front(), 0);
  for (std::size_t i = 1; i < steps.size(); ++i) EXPECT_LE(steps[i] - steps[i - 1], 64'000 / 15);
}

TEST(Histograms, ACoarseRecordCoversManyEpochs) {
  Parameter<float> parameter = ramp(10);
  Histograms histograms({&parameter}, 100, 0, Detail::coarse);
  EXPECT_LE(record(histograms, 1, 100'000), 500);
  const std::vector<std::int64_t> steps = steps_of(histograms);
  EXPECT_LE(steps.size(), 32u);
  EXPECT_EQ(steps.front(), 0);
  EXPECT_GT(steps.back(), 90'000);
}

TEST(Histograms, ARefinedRecordKeepsItsPastAndMeasuresEveryStep) {
  Parameter<float> parameter = ramp(10);
  Histograms histograms({&parameter}, 100'000, 0, Detail::coarse);
  record(histograms, 1, 4000);
  const std::vector<std::int64_t> past = steps_of(histograms);
  histograms.refine();
  EXPECT_EQ(record(histograms, 4001, 4050), 50);
  histograms.refine();
  record(histograms, 4051, 5000);
  const std::vector<std::int64_t> steps = steps_of(histograms);
  EXPECT_LE(steps.size(), 128u);
  for (const std::int64_t step : past) {
    EXPECT_TRUE(std::find(steps.begin(), steps.end(), step) != steps.end()) << step;
  }
  EXPECT_GT(std::count_if(steps.begin(), steps.end(), [](auto step) { return step > 4000; }), 48);
}

TEST(Histograms, TheFirstSnapshotIsKept) {
  Parameter<float> parameter = ramp(10);
  Histograms histograms({&parameter}, 1000, 37);
  record(histograms, 38, 3000);
  EXPECT_EQ(steps_of(histograms).front(), 37);
}

// Each snapshot keeps its values, whichever slot it uses.
TEST(Histograms, ASnapshotKeepsItsValuesWhileOthersAreRemoved) {
  Parameter<float> parameter = ramp(4);
  Histograms histograms({&parameter}, 50, 0);
  for (std::int64_t step = 1; step <= 600; ++step) {
    parameter.value.fill(static_cast<float>(step));
    if (!histograms.is_due(step)) continue;
    histograms.before_update();
    histograms.after_update(step);
  }
  std::int64_t serial = -1;
  for (const Histograms::Snapshot& snapshot : histograms.snapshots()) {
    EXPECT_GT(snapshot.serial, serial);
    serial = snapshot.serial;
    if (snapshot.step == 0) continue;
    EXPECT_EQ(histograms.statistics(snapshot)[0].of[0].mean, static_cast<double>(snapshot.step));
    const std::size_t bin = ValueBins::index(static_cast<float>(snapshot.step));
    EXPECT_EQ(histograms.counts(snapshot, Quantity::weights)[bin], 4);
  }
}

TEST(Histograms, ManyParametersHaveFewerSnapshotsAndNoMoreMemory) {
  std::vector<Parameter<float>> many(120, ramp(3));
  std::vector<Parameter<float>*> parameters;
  for (Parameter<float>& parameter : many) parameters.push_back(&parameter);
  const std::size_t snapshots = recorded(parameters, 500, 100).snapshots().size();
  EXPECT_LT(snapshots * 120 * 3 * ValueBins::kCount * sizeof(std::uint16_t), kHistogramBytes);
  EXPECT_GT(snapshots, 10u);
}

TEST(Histograms, ALargeParameterIsSampledEvenlyOverItsLastAxis) {
  Parameter<float> parameter{"layers.0.weight", zeros<float>({700, 512}), zeros<float>({700, 512}),
                             true};
  // Half of the units are 1, the others 0.
  for (std::size_t i = 0; i < parameter.value.size(); ++i) {
    parameter.value.data()[i] = static_cast<float>(i % 2);
  }
  const Histograms histograms({&parameter}, 10, 0);
  const std::size_t sampled = histograms.samples()[0].size();
  EXPECT_LE(sampled, 16384u);
  EXPECT_GT(sampled, 15000u);
  const ValueStatistics& statistics = histograms.statistics(histograms.snapshots()[0])[0].of[0];
  EXPECT_NEAR(statistics.mean, 0.5, 1e-3);
  EXPECT_NEAR(statistics.norm, std::sqrt(350.0 * 512), 1);
}

}  // namespace
}  // namespace anneal
