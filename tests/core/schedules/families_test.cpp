// Every family and wrapper against the rates of PyTorch's own schedulers, or of the formula that
// Anneal follows where PyTorch has none (tests/golden/schedules/generate.py).
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>

#include "golden.h"
#include "schedules/golden_schedules.h"

namespace anneal::testing {
namespace {

// The differences allowed: the rounding of a handful of operations. PyTorch computes some rates one
// from the other, step by step, so that its own rounding adds up over a curve; and where a cosine
// comes down to nothing, the rounding of its peak is what remains of it.
constexpr double kRelative = 1e-12;
constexpr double kOfPeak = 1e-15;

// Each curve of the group, and that there are as many as there should be.
void expect_golden(const std::string& group, std::size_t least_cases) {
  const auto cases = golden_schedules(group);
  ASSERT_GE(cases.size(), least_cases);
  double largest = 0;
  for (const auto& entry : cases) {
    const Schedule schedule = read_schedule(entry.at("schedule"));
    const std::string name = entry.at("source").get<std::string>() + " " + entry["schedule"].dump();
    EXPECT_TRUE(problems(schedule).empty()) << name;
    const std::vector<double> expected = entry.at("rates");
    const auto steps = static_cast<std::int64_t>(expected.size());
    const std::int64_t steps_per_epoch = entry.at("steps_per_epoch");
    const std::vector<double> actual = rates(schedule, steps, steps_per_epoch);
    const double peak = *std::max_element(expected.begin(), expected.end());
    ASSERT_EQ(actual.size(), expected.size());
    for (std::size_t step = 0; step < actual.size(); ++step) {
      const double allowed = kRelative * expected[step] + kOfPeak * peak;
      ASSERT_NEAR(actual[step], expected[step], allowed) << name << " step " << step;
      if (expected[step] > 0) {
        largest = std::max(largest, std::abs(actual[step] / expected[step] - 1));
      }
      if (!entry.contains("momentum")) continue;
      const auto asked =
          momentum(schedule, {static_cast<std::int64_t>(step), steps_per_epoch, steps});
      ASSERT_TRUE(asked.has_value()) << name;
      ASSERT_NEAR(*asked, entry["momentum"][step].get<double>(), kRelative) << name << step;
    }
  }
  record_difference_in_double(largest);
}

TEST(ScheduleFamilies, Constant) { expect_golden("constant", 2); }
TEST(ScheduleFamilies, Exponential) { expect_golden("exponential", 5); }
TEST(ScheduleFamilies, Linear) { expect_golden("linear", 6); }
TEST(ScheduleFamilies, Step) { expect_golden("step", 5); }
TEST(ScheduleFamilies, MultiStep) { expect_golden("multi_step", 6); }
TEST(ScheduleFamilies, Polynomial) { expect_golden("polynomial", 5); }
TEST(ScheduleFamilies, InverseTime) { expect_golden("inverse_time", 3); }
TEST(ScheduleFamilies, Cosine) { expect_golden("cosine", 6); }
TEST(ScheduleFamilies, CosineRestarts) { expect_golden("cosine_restarts", 7); }
TEST(ScheduleFamilies, OneCycleAndItsMomentum) { expect_golden("one_cycle", 11); }
TEST(ScheduleFamilies, Cyclic) { expect_golden("cyclic", 6); }
TEST(ScheduleFamilies, WarmupStableDecay) { expect_golden("warmup_stable_decay", 10); }
TEST(ScheduleFamilies, InverseSqrt) { expect_golden("inverse_sqrt", 4); }
TEST(ScheduleFamilies, Tanh) { expect_golden("tanh", 3); }
TEST(ScheduleFamilies, Piecewise) { expect_golden("piecewise", 4); }
TEST(ScheduleFamilies, PlateauBeforeAnyMetric) { expect_golden("plateau", 5); }
TEST(ScheduleWrappers, Warmup) { expect_golden("warmup", 6); }
TEST(ScheduleWrappers, Sequence) { expect_golden("sequence", 3); }

}  // namespace
}  // namespace anneal::testing
