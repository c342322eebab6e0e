#include "losses/loss.h"

#include <gtest/gtest.h>

#include "layers/gradient_check.h"
#include "support.h"

namespace anneal {
namespace {

using testing::expect_gradient;
using testing::random_values;
using testing::Values;

TEST(Losses, GradientsMatchFiniteDifferences) {
  const std::vector<std::uint16_t> labels = {0, 3, 4, 1};
  for (const LossKind& kind : {LossKind(CrossEntropy{}), LossKind(MeanSquaredError{})}) {
    for (const double smoothing : {0.0, 0.1, 0.5}) {
      const LossSettings settings = {kind, smoothing};
      Values<double> outputs = random_values<double>(20, 1), gradient(20);
      for (double& output : outputs) output *= 3;
      batch_loss(settings, outputs.data(), labels.data(), 4, 5, gradient.data());
      const auto loss = [&] {
        return batch_loss<double>(settings, outputs.data(), labels.data(), 4, 5, nullptr).loss;
      };
      expect_gradient(outputs.data(), gradient.data(), 20, loss, "outputs");
    }
  }
}

TEST(CrossEntropy, IsTheLogarithmOfTheClassesForEqualLogits) {
  const Values<float> logits(30, 2.0f);
  const std::vector<std::uint16_t> labels = {0, 9, 5};
  const BatchLoss loss = batch_loss<float>({}, logits.data(), labels.data(), 3, 10, nullptr);
  EXPECT_DOUBLE_EQ(loss.loss, std::log(10.0));
  EXPECT_EQ(loss.correct, 1u);  // equal logits: the first class is the answer
}

TEST(CrossEntropy, StaysFiniteForLargeLogits) {
  const Values<float> logits = {1e4f, 0, -1e4f};
  const std::uint16_t label = 2;
  Values<float> gradient(3);
  const BatchLoss loss = batch_loss({}, logits.data(), &label, 1, 3, gradient.data());
  EXPECT_DOUBLE_EQ(loss.loss, 2e4);
  EXPECT_EQ(gradient[0], 1);
  EXPECT_EQ(gradient[2], -1);
}

TEST(CrossEntropy, BecomesNaNWithItsLogits) {
  const Values<float> logits = {NAN, 0};
  const std::uint16_t label = 1;
  EXPECT_TRUE(std::isnan(batch_loss<float>({}, logits.data(), &label, 1, 2, nullptr).loss));
}

}  // namespace
}  // namespace anneal
