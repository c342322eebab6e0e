// The measurement of speed: that its figures belong together. How large they are is the machine's
// business, not a test's.
#include "training/speed.h"

#include <gtest/gtest.h>

#include <cmath>

#include "documents.h"
#include "kernels/peak.h"

namespace anneal {
namespace {

TEST(Speed, FiguresBelongTogether) {
  const Experiment experiment = testing::parse(testing::kSmall);
  const Speed speed = measure_speed(experiment, 20);
  EXPECT_GT(speed.step_milliseconds, 0);
  EXPECT_NEAR(speed.images_per_second, 32000 / speed.step_milliseconds, 1e-6);
  // conv 28 x 28 x 4 x 25 and dense 196 x 10 multiply-adds
  EXPECT_NEAR(speed.gigaflops, 6 * (78400 + 1960) * speed.images_per_second / 1e9, 1e-9);
  EXPECT_GT(speed.peak_gigaflops, 0);
}

TEST(Speed, RoundsOnRegistersKeepTheirNumbersOrdinary) {
  for (const kernels::PeakLoop& loop : kernels::peak_loops()) {
    // Every lane of every sum tends to 0.5.
    EXPECT_NEAR(loop.run(1000), 0.25 * static_cast<double>(loop.operations), 1e-3);
  }
}

TEST(Speed, ANetworkThatCannotWorkIsRefused) {
  Experiment experiment = testing::parse(testing::kSmall);
  experiment.network.input = {2, 2, 1};
  EXPECT_THROW(measure_speed(experiment, 1), Error);
}

}  // namespace
}  // namespace anneal
