// The one schedule with a state: step for step as PyTorch's, visible, and part of the rest.
#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "schedules/golden_schedules.h"

namespace anneal {
namespace {

using namespace schedules;  // NOLINT: the families

TEST(Plateau, EveryStateIsPyTorchs) {
  const auto cases = testing::golden_schedules("plateau");
  ASSERT_GE(cases.size(), 5u);
  for (const auto& entry : cases) {
    const Schedule schedule = testing::read_schedule(entry.at("schedule"));
    const auto& plateau = std::get<schedules::Plateau>(schedule.family);
    PlateauState state = begin(plateau);
    const std::vector<double> metrics = entry.at("metrics");
    int falls = 0;
    for (std::size_t i = 0; i < metrics.size(); ++i) {
      falls += update(plateau, state, metrics[i]);
      const auto& expected = entry.at("states")[i];
      const std::string where = entry["schedule"].dump() + " value " + std::to_string(i);
      ASSERT_NEAR(state.rate, expected[0].get<double>(), 1e-15) << where;
      ASSERT_EQ(state.best, expected[1].get<double>()) << where;
      ASSERT_EQ(state.bad, expected[2].get<std::int64_t>()) << where;
      ASSERT_EQ(state.cooldown_left, expected[3].get<std::int64_t>()) << where;
    }
    EXPECT_GT(falls, 0) << entry["schedule"].dump();
  }
}

TEST(Plateau, ModeFollowsTheMetricUnlessNamed) {
  schedules::Plateau plateau{0.1};
  EXPECT_EQ(plateau.direction(), PlateauMode::min);
  plateau.metric = Metric::validation_accuracy;
  EXPECT_EQ(plateau.direction(), PlateauMode::max);
  plateau.mode = PlateauMode::min;
  EXPECT_EQ(plateau.direction(), PlateauMode::min);
}

TEST(Plateau, NotANumberCountsAsBad) {
  schedules::Plateau plateau{0.1};
  plateau.patience = 1;
  PlateauState state = begin(plateau);
  const double nan = std::numeric_limits<double>::quiet_NaN();
  EXPECT_FALSE(update(plateau, state, nan));
  EXPECT_FALSE(state.best.has_value());
  EXPECT_TRUE(update(plateau, state, nan));
  EXPECT_NEAR(state.rate, 0.01, 1e-17);
}

TEST(Plateau, FallBelowPyTorchsEpsIsNotMade) {
  schedules::Plateau plateau{1e-8};
  plateau.patience = 0;
  PlateauState state = begin(plateau);
  update(plateau, state, 1.0);
  EXPECT_FALSE(update(plateau, state, 2.0));
  EXPECT_EQ(state.rate, 1e-8);
}

TEST(Plateau, RateFollowsTheStateItIsGiven) {
  const Schedule schedule{schedules::Plateau{0.1}, Unit::step, {}, 0.02};
  EXPECT_EQ(rate(schedule, {5, 1, 10}), 0.1);
  const PlateauState fallen{0.05, 1.0, 0, 0};
  EXPECT_EQ(rate(schedule, {5, 1, 10}, &fallen), 0.05);
  const PlateauState low{0.001, 1.0, 0, 0};
  EXPECT_EQ(rate(schedule, {5, 1, 10}, &low), 0.02);
}

TEST(Plateau, IsActiveOnlyWhereItDecidesTheRate) {
  Schedule plateau{schedules::Plateau{0.1}, Unit::step, {}, {}};
  plateau.warmup = Warmup{5, 0, WarmupShape::linear};
  const Schedule constant{Constant{0.2}, Unit::step, {}, {}};
  const Schedule schedule{Sequence{{{constant, 10}, {plateau, {}}}}, Unit::step, {}, {}};
  EXPECT_NE(find_plateau(schedule), nullptr);
  EXPECT_EQ(active_plateau(schedule, {9, 1, 30}), nullptr);
  EXPECT_EQ(active_plateau(schedule, {12, 1, 30}), nullptr);
  EXPECT_EQ(active_plateau(schedule, {15, 1, 30}), find_plateau(schedule));
  EXPECT_EQ(find_plateau(constant), nullptr);
}

}  // namespace
}  // namespace anneal
