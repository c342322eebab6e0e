// Warm-up, floor and sequence, and the functions over a whole schedule.
#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "schedules/schedule.h"

namespace anneal {
namespace {

using namespace schedules;  // NOLINT: the families

Schedule by_step(Family family) { return {std::move(family), Unit::step, {}, {}}; }
Schedule by_epoch(Family family) { return {std::move(family), Unit::epoch, {}, {}}; }

TEST(ScheduleComposition, WarmupEndsOnTheFirstRateOfWhatFollows) {
  Schedule schedule = by_step(Exponential{0.1, 0.5});
  schedule.warmup = Warmup{4, 0.02, WarmupShape::linear};
  const auto curve = rates(schedule, 7, 1);
  const std::vector<double> expected{0.02, 0.04, 0.06, 0.08, 0.1, 0.05, 0.025};
  for (std::size_t t = 0; t < 7; ++t) EXPECT_NEAR(curve[t], expected[t], 1e-16) << t;
}

TEST(ScheduleComposition, ExponentialWarmupGrowsByOneFactor) {
  Schedule schedule = by_step(Constant{0.1});
  schedule.warmup = Warmup{3, 1e-4, WarmupShape::exponential};
  const auto curve = rates(schedule, 5, 1);
  EXPECT_EQ(curve[0], 1e-4);
  EXPECT_NEAR(curve[1] / curve[0], 10, 1e-12);
  EXPECT_NEAR(curve[2] / curve[1], 10, 1e-12);
  EXPECT_EQ(curve[3], 0.1);
}

TEST(ScheduleComposition, WarmupOverEpochsIsAStaircase) {
  Schedule schedule = by_epoch(Constant{0.3});
  schedule.warmup = Warmup{3, 0, WarmupShape::linear};
  const auto curve = rates(schedule, 20, 5);
  EXPECT_EQ(curve[4], 0);
  EXPECT_NEAR(curve[5], 0.1, 1e-16);
  EXPECT_NEAR(curve[14], 0.2, 1e-16);
  EXPECT_EQ(curve[15], 0.3);
}

TEST(ScheduleComposition, WarmupLongerThanTheRunIsCutShort) {
  Schedule schedule = by_step(Cosine{0.1, 0, {}});
  schedule.warmup = Warmup{100, 0, WarmupShape::linear};
  EXPECT_NEAR(rates(schedule, 10, 1)[9], 0.1 * 9 / 100, 1e-17);
}

TEST(ScheduleComposition, FloorHoldsEverywhere) {
  Schedule schedule = by_step(Exponential{0.1, 0.5});
  schedule.warmup = Warmup{10, 0, WarmupShape::linear};
  schedule.min = 0.03;
  const auto curve = rates(schedule, 20, 1);
  EXPECT_EQ(curve[0], 0.03);
  EXPECT_EQ(curve[10], 0.1);
  EXPECT_EQ(curve[19], 0.03);
}

TEST(ScheduleComposition, SequenceRestartsTimeInEachPart) {
  const Schedule schedule = by_step(Sequence{{{by_step(Step{1.0, 0.5, 3}), 5},
                                              {by_step(Step{1.0, 0.5, 3}), 5},
                                              {by_step(Constant{0.01}), {}}}});
  const auto curve = rates(schedule, 14, 1);
  const std::vector<double> expected{1, 1, 1, .5, .5, 1, 1, 1, .5, .5, .01, .01, .01, .01};
  EXPECT_EQ(curve, expected);
}

TEST(ScheduleComposition, SequencesNestAndMixUnits) {
  const Schedule inner =
      by_step(Sequence{{{by_step(Constant{0.5}), 3}, {by_step(Constant{0.25}), {}}}});
  const Schedule schedule = by_epoch(Sequence{{{inner, 2}, {by_epoch(Exponential{1.0, 0.1}), {}}}});
  const auto curve = rates(schedule, 16, 4);
  EXPECT_EQ(curve[2], 0.5);
  EXPECT_EQ(curve[3], 0.25);
  EXPECT_EQ(curve[7], 0.25);
  EXPECT_EQ(curve[8], 1.0);
  EXPECT_EQ(curve[11], 1.0);
  EXPECT_NEAR(curve[12], 0.1, 1e-17);
}

TEST(ScheduleComposition, LastPartWithALengthStaysInForceAfterIt) {
  const Schedule schedule = by_step(Sequence{{{by_step(Linear{0.2, 0.1, {}}), 10}}});
  EXPECT_EQ(rates(schedule, 30, 1)[29], 0.1);
}

TEST(ScheduleComposition, MomentumComesFromTheOneCycleInForce) {
  OneCycle cycle{0.1, {}, 0.5, 25, 1e4, OneCycleShape::linear, MomentumRange{0.8, 0.9}};
  Schedule warm = by_step(cycle);
  warm.warmup = Warmup{5, 0, WarmupShape::linear};
  const Schedule schedule = by_step(Sequence{{{by_step(Constant{0.1}), 10}, {warm, {}}}});
  EXPECT_FALSE(momentum(schedule, {3, 1, 35}).has_value());
  EXPECT_EQ(momentum(schedule, {12, 1, 35}), 0.9);  // in the warm-up: where the cycle starts
  EXPECT_EQ(momentum(schedule, {24, 1, 35}), 0.8);  // the peak, at 15 + 0.5 * 20 - 1
  cycle.momentum.reset();
  EXPECT_FALSE(momentum(by_step(cycle), {3, 1, 20}).has_value());
}

TEST(ScheduleComposition, TypeNameIsTheDocuments) {
  EXPECT_EQ(type_name(by_step(WarmupStableDecay{})), "warmup_stable_decay");
  EXPECT_EQ(type_name(by_step(Sequence{})), "sequence");
}

TEST(ScheduleComposition, RatesOfARunWithoutStepsAreNone) {
  EXPECT_TRUE(rates(by_step(Constant{0.1}), 0, 10).empty());
}

}  // namespace
}  // namespace anneal
