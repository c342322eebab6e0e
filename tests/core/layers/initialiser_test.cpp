#include "layers/initialiser.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "base/fields.h"

namespace anneal {
namespace {

struct Moments {
  double mean, variance, largest;
};

Moments moments(Initialiser initialiser) {
  Tensor<float> weights = zeros<float>({200, 500});
  Random random(1);
  initialise(weights, initialiser, 200, 500, random);
  Moments result = {0, 0, 0};
  for (const float weight : weights) {
    result.mean += weight;
    result.variance += static_cast<double>(weight) * weight;
    result.largest = std::max(result.largest, std::abs(static_cast<double>(weight)));
  }
  result.mean /= static_cast<double>(weights.size());
  result.variance /= static_cast<double>(weights.size());
  return result;
}

TEST(Initialisers, HaveTheVarianceOfTheirPaper) {
  const struct {
    Initialiser initialiser;
    double variance;
  } cases[] = {
      {Initialiser::he_normal, 2.0 / 200},     {Initialiser::he_uniform, 2.0 / 200},
      {Initialiser::glorot_normal, 2.0 / 700}, {Initialiser::glorot_uniform, 2.0 / 700},
      {Initialiser::lecun_normal, 1.0 / 200},  {Initialiser::lecun_uniform, 1.0 / 200},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(member::write(c.initialiser));
    const Moments m = moments(c.initialiser);
    EXPECT_NEAR(m.mean, 0, 0.01 * std::sqrt(c.variance));
    EXPECT_NEAR(m.variance, c.variance, 0.02 * c.variance);
  }
  EXPECT_EQ(moments(Initialiser::zeros).largest, 0);
}

TEST(Initialisers, StayWithinTheLimitWhereUniform) {
  EXPECT_LE(moments(Initialiser::he_uniform).largest, std::sqrt(6.0 / 200) + 1e-6);
  EXPECT_GT(moments(Initialiser::he_normal).largest, std::sqrt(6.0 / 200));
}

TEST(Initialisers, AreFoundByTheirNames) {
  const auto read = [](const char* name) {
    Initialiser initialiser = Initialiser::zeros;
    read_value(Json(name), "initialiser", initialiser);
    return initialiser;
  };
  EXPECT_EQ(read("glorot_uniform"), Initialiser::glorot_uniform);
  EXPECT_EQ(member::write(Initialiser::lecun_normal), "lecun_normal");
  EXPECT_THROW(read("xavier"), Error);
}

}  // namespace
}  // namespace anneal
