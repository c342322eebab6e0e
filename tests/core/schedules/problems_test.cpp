// What is refused, with the key and the words that a page shows.
#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <string>
#include <vector>

#include "schedules/schedule.h"

namespace anneal {
namespace {

using namespace schedules;  // NOLINT: the families

std::vector<std::string> texts(const Schedule& schedule) {
  std::vector<std::string> lines;
  for (const Problem& problem : problems(schedule)) {
    lines.push_back(problem.key + ": " + problem.message);
  }
  return lines;
}

std::vector<std::string> texts(Family family) {
  return texts(Schedule{std::move(family), Unit::step, {}, {}});
}

using Lines = std::vector<std::string>;

TEST(ScheduleProblems, NameTheKeyWhatIsExpectedAndWhatWasFound) {
  EXPECT_EQ(texts(Exponential{0.1, 1.5}),
            Lines{"gamma: expected a number above 0 and at most 1, got 1.5"});
  EXPECT_EQ(texts(Step{0.1, 0.1, 0}),
            Lines{"every: expected an integer from 1 to 1000000000, got 0"});
  EXPECT_EQ(texts(Constant{-1e-5}), Lines{"initial: expected a number of at least 0, got -1e-05"});
  EXPECT_EQ(texts(Plateau{0.1, 1}), Lines{"factor: expected a number above 0 and below 1, got 1"});
}

TEST(ScheduleProblems, AllOfThemAtOnce) {
  EXPECT_EQ(texts(Exponential{0, 0}).size(), 2u);
  EXPECT_EQ(texts(Linear{-1, -1, 0}).size(), 3u);
}

TEST(ScheduleProblems, NumbersThatAreNone) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const double infinity = std::numeric_limits<double>::infinity();
  EXPECT_EQ(texts(Constant{nan}), Lines{"initial: expected a number of at least 0, got nan"});
  EXPECT_EQ(texts(Constant{infinity}).size(), 1u);
  EXPECT_EQ(texts(Tanh{0.1, 0, {}, -infinity, 3}).size(), 1u);
}

TEST(ScheduleProblems, EveryFamilyRefusesWhatItsHeaderExcludes) {
  const std::vector<Family> bad{
      Exponential{-0.1, 0.5},
      Linear{0.1, 0, 0},
      MultiStep{0.1, 0, {1}},
      MultiStep{0.1, 0.1, {20, 10}},
      MultiStep{0.1, 0.1, {-1}},
      Polynomial{0.1, 0, 0, {}},
      InverseTime{0.1, -1},
      InverseTime{0.1, 1, true, 0},
      Cosine{0, 0, {}},
      CosineRestarts{0.1, 0, 10, 0.5, 1},
      CosineRestarts{0.1, 0, 10, 1, 1.5},
      OneCycle{0.1, {}, 1.1},
      OneCycle{0.1, {}, 0.3, 0},
      OneCycle{0.1, {}, 0.3, 25, 1e4, OneCycleShape::cosine, MomentumRange{0.9, 0.8}},
      OneCycle{0.1, {}, 0.3, 25, 1e4, OneCycleShape::cosine, MomentumRange{0.9, 1}},
      Cyclic{0.1, 0.1, 10},
      Cyclic{0.1, 0.2, 0},
      Cyclic{0.1, 0.2, 10, 0},
      WarmupStableDecay{0.1, -1, 1, 1},
      WarmupStableDecay{0.1, 1, 1, 1, DecayShape::linear, 0.2},
      InverseSqrt{0.1, 0},
      Tanh{0.1, 0, {}, 3, 3},
      Piecewise{},
      Piecewise{{{1, 0.1}, {1, 0.2}}},
      Piecewise{{{1, -0.1}}},
      Plateau{0.1, 0.1, -1},
      Plateau{0.1, 0.1, 1, 1e-4, 0, 0.2},
      Sequence{},
  };
  for (std::size_t i = 0; i < bad.size(); ++i) EXPECT_EQ(texts(bad[i]).size(), 1u) << i;
}

TEST(ScheduleProblems, KeysOfWrappersArePaths) {
  Schedule schedule{Constant{0.1}, Unit::step, Warmup{0, 0, WarmupShape::exponential}, -1.0};
  EXPECT_EQ(texts(schedule),
            (Lines{"warmup.length: expected an integer from 1 to 1000000000, got 0",
                   "warmup.from: expected a number above 0, got 0",
                   "min: expected a number of at least 0, got -1"}));
  const Schedule step{Step{0.1, 0.1, 0}, Unit::step, {}, {}};
  EXPECT_EQ(texts(Sequence{{{step, {}}, {step, 0}}}),
            (Lines{"parts[0].schedule.every: expected an integer from 1 to 1000000000, got 0",
                   "parts[0].length: expected a length: only the last part may leave it out",
                   "parts[1].schedule.every: expected an integer from 1 to 1000000000, got 0",
                   "parts[1].length: expected an integer from 1 to 1000000000, got 0"}));
  EXPECT_EQ(texts(MultiStep{0.1, 0.1, {3, 2}}),
            Lines{"milestones[1]: expected an integer from 3 to 1000000000, got 2"});
}

TEST(ScheduleProblems, OnePlateauIsEnough) {
  const Schedule plateau{Plateau{0.1}, Unit::step, {}, {}};
  EXPECT_EQ(texts(Sequence{{{plateau, 5}, {plateau, {}}}}),
            Lines{"parts: expected at most one plateau, got 2"});
}

}  // namespace
}  // namespace anneal
