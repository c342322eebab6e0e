// Where frameworks disagree, or a curve does what nobody expects: one test a trap, by its name.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

#include "schedules/schedule.h"

namespace anneal {
namespace {

using namespace schedules;  // NOLINT: the families

Schedule by_step(Family family) { return {std::move(family), Unit::step, {}, {}}; }
Schedule by_epoch(Family family) { return {std::move(family), Unit::epoch, {}, {}}; }

TEST(ScheduleTraps, MilestoneTakesEffectAtItselfAsInPyTorchAndOptax) {
  const auto curve = rates(by_step(MultiStep{1.0, 0.5, {10}}), 20, 1);
  EXPECT_EQ(curve[9], 1.0);
  EXPECT_EQ(curve[10], 0.5);
}

TEST(ScheduleTraps, KerasBoundaryIsAMilestoneOneLater) {
  const auto keras = [](int t) { return 10 < t ? 0.5 : 1.0; };  // values[#{b < t}], b = 10
  const auto curve = rates(by_step(MultiStep{1.0, 0.5, {11}}), 20, 1);
  for (int t = 0; t < 20; ++t) EXPECT_EQ(curve[t], keras(t)) << t;
}

TEST(ScheduleTraps, TimmMultiStepIsAMilestoneOneEarlier) {
  const auto timm = [](int t) { return 10 <= t + 1 ? 0.5 : 1.0; };  // #{d <= t + 1}, d = 10
  const auto curve = rates(by_step(MultiStep{1.0, 0.5, {9}}), 20, 1);
  for (int t = 0; t < 20; ++t) EXPECT_EQ(curve[t], timm(t)) << t;
}

TEST(ScheduleTraps, CosineStaysDownAfterItsEnd) {
  const auto curve = rates(by_step(Cosine{0.1, 0.01, 20}), 60, 1);
  for (int t = 20; t < 60; ++t) EXPECT_EQ(curve[t], 0.01) << t;
  // What PyTorch and Hugging Face would do: be back at the top after twice the length.
  EXPECT_NEAR(0.01 + 0.5 * 0.09 * (1 + std::cos(std::numbers::pi * 40 / 20)), 0.1, 1e-15);
}

TEST(ScheduleTraps, OptaxCountsTheWarmupInsideDecaySteps) {
  const double decay_steps = 40, warmup_steps = 10;
  Schedule schedule = by_step(Cosine{0.3, 0, 30});  // decay_steps - warmup_steps
  schedule.warmup = Warmup{10, 0, WarmupShape::linear};
  const auto curve = rates(schedule, 50, 1);
  EXPECT_EQ(curve[10], 0.3);
  EXPECT_GT(curve[39], 0);
  EXPECT_EQ(curve[40], 0);  // at decay_steps, not at warmup_steps + decay_steps
  const double q = (25 - warmup_steps) / (decay_steps - warmup_steps);
  EXPECT_NEAR(curve[25], 0.3 * 0.5 * (1 + std::cos(std::numbers::pi * q)), 1e-15);
}

TEST(ScheduleTraps, TotalLeftOutEndsWithTheRunWarmupIncluded) {
  Schedule schedule = by_step(Linear{0.4, 0, {}});
  schedule.warmup = Warmup{10, 0, WarmupShape::linear};
  const auto curve = rates(schedule, 50, 1);
  EXPECT_NEAR(curve[30], 0.2, 1e-15);
  EXPECT_EQ(rate(schedule, {50, 1, 50}), 0);
}

TEST(ScheduleTraps, OneCyclePeaksOneStepBeforeItsFractionAndEndsOneStepBeforeItsTotal) {
  const auto curve =
      rates(by_step(OneCycle{1.0, 100, 0.3, 25, 1e4, OneCycleShape::cosine, {}}), 120, 1);
  const auto top = std::max_element(curve.begin(), curve.end());
  EXPECT_EQ(top - curve.begin(), 29);
  EXPECT_EQ(*top, 1.0);
  EXPECT_NEAR(curve[0], 1.0 / 25, 1e-16);
  EXPECT_GT(curve[98], 1.0 / 25 / 1e4);
  for (int t = 99; t < 120; ++t) EXPECT_EQ(curve[t], 1.0 / 25 / 1e4) << t;
}

TEST(ScheduleTraps, OneCycleWithoutAWarmPhaseStartsAtThePeak) {
  // PyTorch divides by zero where pct_start * total is 1.
  const auto curve =
      rates(by_step(OneCycle{1.0, 10, 0.1, 25, 1e4, OneCycleShape::linear, {}}), 10, 1);
  EXPECT_EQ(curve.front(), 1.0);
  EXPECT_EQ(curve.back(), 1.0 / 25 / 1e4);
}

TEST(ScheduleTraps, OneCycleOfOneStepIsFinite) {
  EXPECT_TRUE(std::isfinite(rate(by_step(OneCycle{1.0}), {0, 1, 1})));
}

TEST(ScheduleTraps, RateIsConstantWithinAnEpoch) {
  const auto curve = rates(by_epoch(Cosine{0.1, 0, {}}), 30, 10);
  for (int step = 0; step < 30; ++step) EXPECT_EQ(curve[step], curve[step / 10 * 10]) << step;
  EXPECT_GT(curve[9], curve[10]);
}

TEST(ScheduleTraps, StepLeavesTheFirstTenEpochsAlone) {
  // The first document's rule, lr * 0.1^(epoch div 10).
  const auto curve = rates(by_epoch(Step{0.001, 0.1, 10}), 30 * 5, 5);
  EXPECT_EQ(curve[10 * 5 - 1], 0.001);
  EXPECT_NEAR(curve[10 * 5], 1e-4, 1e-18);
  EXPECT_NEAR(curve[20 * 5], 1e-5, 1e-19);
}

TEST(ScheduleTraps, RunOfPartOfAnEpochCountsItWhole) {
  // 25 steps of 10 an epoch are epochs 0, 1 and 2.
  EXPECT_NEAR(rate(by_epoch(Linear{0.3, 0, {}}), {20, 10, 25}), 0.1, 1e-15);
}

TEST(ScheduleTraps, RestartShowsThePeakNotTheEndAtTheBoundary) {
  const auto curve = rates(by_step(CosineRestarts{0.1, 0, 10, 2, 1}), 80, 1);
  EXPECT_EQ(curve[10], 0.1);
  EXPECT_EQ(curve[30], 0.1);
  EXPECT_EQ(curve[70], 0.1);
  EXPECT_LT(curve[9], 0.01);
  EXPECT_LT(curve[29], 0.01);
  EXPECT_LT(curve[69], 0.01);
}

TEST(ScheduleTraps, RestartBoundariesAreExactForEveryWholeFactor) {
  for (int factor = 2; factor <= 10; ++factor) {
    for (int period = 1; period <= 12; ++period) {
      const Schedule schedule = by_step(CosineRestarts{0.1, 0, period, double(factor), 1});
      std::int64_t boundary = 0, length = period;
      for (int i = 0; i < 6; ++i, length *= factor) {
        boundary += length;
        EXPECT_EQ(rate(schedule, {boundary, 1, 1}), 0.1) << factor << " " << period << " " << i;
        if (length > 1) {
          EXPECT_LT(rate(schedule, {boundary - 1, 1, 1}), 0.1);
        }
      }
    }
  }
}

TEST(ScheduleTraps, KerasRestartsLowerTheHeightAboveTheFloorNotThePeak) {
  const auto curve = rates(by_step(CosineRestarts{0.1, 0.02, 10, 1, 0.5}), 21, 1);
  EXPECT_NEAR(curve[10], 0.02 + 0.08 * 0.5, 1e-16);
  EXPECT_NEAR(curve[20], 0.02 + 0.08 * 0.25, 1e-16);
}

TEST(ScheduleTraps, TanhNeitherStartsAtItsInitialRateNorJumpsAtItsEndByMuch) {
  const auto curve = rates(by_step(Tanh{0.1, 0, 1000, -7, 3}), 1001, 1);
  EXPECT_LT(curve[0], 0.1);
  EXPECT_NEAR(curve[0], 0.1, 1e-6);
  EXPECT_GT(curve[999], 0);
  EXPECT_EQ(curve[1000], 0);
}

TEST(ScheduleTraps, HuggingFaceStableDecayWarmsUpFromItsFinalRate) {
  const auto curve =
      rates(by_step(WarmupStableDecay{0.1, 10, 10, 10, DecayShape::cosine, 0.01}), 30, 1);
  EXPECT_EQ(curve[0], 0.01);
  EXPECT_EQ(curve[10], 0.1);
}

TEST(ScheduleTraps, StaircaseOfInverseTimeNeedsAWidth) {
  const auto smooth = rates(by_step(InverseTime{0.1, 0.5, false, 1}), 10, 1);
  EXPECT_EQ(rates(by_step(InverseTime{0.1, 0.5, true, 1}), 10, 1), smooth);
  const auto stairs = rates(by_step(InverseTime{0.1, 0.5, true, 4}), 10, 1);
  EXPECT_EQ(stairs[3], stairs[0]);
  EXPECT_LT(stairs[4], stairs[3]);
}

}  // namespace
}  // namespace anneal
