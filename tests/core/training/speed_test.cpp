// The speed measurement: its values must be consistent. How large they are depends on the machine
// and is not tested.
#include "training/speed.h"

#include <gtest/gtest.h>

#include <cmath>

#include "documents.h"
#include "kernels/peak.h"

namespace anneal {
namespace {

TEST(Speed, ValuesAreConsistent) {
  const Experiment experiment = testing::parse(testing::kSmall);
  const Speed speed = measure_speed(experiment, 20);
  EXPECT_GT(speed.step_milliseconds, 0);
  EXPECT_NEAR(speed.images_per_second, 32000 / speed.step_milliseconds, 1e-6);
  // conv 28 x 28 x 4 x 25 and dense 196 x 10 multiply-adds
  EXPECT_NEAR(speed.gigaflops, 6 * (78400 + 1960) * speed.images_per_second / 1e9, 1e-9);
  EXPECT_GT(speed.peak_gigaflops, 0);
}

TEST(Speed, PeakLoopsStayAtFiniteNumbers) {
  for (const kernels::PeakLoop& loop : kernels::peak_loops()) {
    // Every lane of every sum converges to 0.5.
    EXPECT_NEAR(loop.run(1000), 0.25 * static_cast<double>(loop.operations), 1e-3);
  }
}

TEST(Speed, AnInvalidNetworkIsRefused) {
  Experiment experiment = testing::parse(testing::kSmall);
  experiment.network.input = {2, 2, 1};
  EXPECT_THROW(measure_speed(experiment, 1), Error);
}

}  // namespace
}  // namespace anneal
