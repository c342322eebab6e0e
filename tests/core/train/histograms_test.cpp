// The record of histograms: against a naive histogram in double, how it thins out, and that a run
// does not notice it.
#include "train/histograms.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>

#include "optim/allocation_count.h"
#include "runs.h"

namespace anneal {
namespace {

using testing::history_text;
using testing::make_trainer;
using testing::train_to;
using testing::train_to_end;

std::vector<double> doubles(const Tensor<float>& tensor) { return {tensor.begin(), tensor.end()}; }

// A value belongs to the bin whose edges it lies between: a search, in double.
std::vector<std::uint16_t> naive_counts(const std::vector<double>& values) {
  const auto edges = ValueBins::edges();
  std::vector<std::uint16_t> counts(ValueBins::kCount);
  for (const double value : values) {
    std::size_t bin = 0;
    if (value > 0) {
      while (bin + 1 < ValueBins::kCount && value >= edges[bin + 1]) ++bin;
    } else {
      while (bin + 1 < ValueBins::kCount && value > edges[bin + 1]) ++bin;
    }
    ++counts[bin];
  }
  return counts;
}

double norm(const std::vector<double>& values) {
  return std::sqrt(std::inner_product(values.begin(), values.end(), values.begin(), 0.0));
}

void expect_figures(const ValueFigures& figures, const std::vector<double>& values) {
  const auto count = static_cast<double>(values.size());
  const double mean = std::accumulate(values.begin(), values.end(), 0.0) / count;
  double squares = 0;
  for (const double value : values) squares += (value - mean) * (value - mean);
  EXPECT_EQ(figures.low, *std::min_element(values.begin(), values.end()));
  EXPECT_EQ(figures.high, *std::max_element(values.begin(), values.end()));
  EXPECT_NEAR(figures.mean, mean, 1e-9);
  EXPECT_NEAR(figures.deviation, std::sqrt(squares / count), 1e-9);
  EXPECT_EQ(figures.zeros,
            static_cast<double>(std::count(values.begin(), values.end(), 0)) / count);
  EXPECT_NEAR(figures.norm, norm(values), 1e-9 * norm(values));
}

struct Snapshot {
  explicit Snapshot(Trainer& trainer) {
    for (const Parameter<float>* parameter : trainer.network().parameters()) {
      weights.push_back(doubles(parameter->value));
      gradients.push_back(doubles(parameter->gradient));
    }
  }
  std::vector<std::vector<double>> weights, gradients;
};

std::vector<std::int64_t> steps_of(const Histograms& histograms) {
  std::vector<std::int64_t> steps;
  for (const Histograms::Moment& moment : histograms.moments()) steps.push_back(moment.step);
  return steps;
}

TEST(Histograms, CountsAndFiguresAreThoseOfANaiveHistogram) {
  Trainer trainer = make_trainer();
  trainer.keep_histograms();
  train_to(trainer, 6);
  const Snapshot before(trainer);
  trainer.advance();
  const Snapshot after(trainer);
  const Histograms& histograms = *trainer.histograms();
  const Histograms::Moment moment = histograms.moments().back();
  EXPECT_EQ(moment.step, 7);
  ASSERT_EQ(histograms.samples().size(), 4u);
  for (std::size_t p = 0; p < 4; ++p) {
    std::vector<double> updates;
    for (std::size_t i = 0; i < after.weights[p].size(); ++i) {
      updates.push_back(static_cast<float>(after.weights[p][i] - before.weights[p][i]));
    }
    const ParameterFigures& figures = histograms.figures(moment)[p];
    const std::vector<double>* const quantities[] = {&after.weights[p], &after.gradients[p],
                                                     &updates};
    for (std::size_t q = 0; q < kQuantities; ++q) {
      const auto counts =
          histograms.counts(moment, Quantity{q}).subspan(p * ValueBins::kCount, ValueBins::kCount);
      EXPECT_EQ(std::vector<std::uint16_t>(counts.begin(), counts.end()),
                naive_counts(*quantities[q]));
      expect_figures(figures.of[q], *quantities[q]);
    }
    EXPECT_NEAR(figures.update_ratio, norm(updates) / norm(before.weights[p]),
                1e-6 * figures.update_ratio);
  }
}

TEST(Histograms, ARunDoesNotNoticeThem) {
  Trainer without = make_trainer();
  Trainer with = make_trainer();
  train_to(with, 2);
  with.keep_histograms();
  train_to_end(without);
  train_to_end(with);
  EXPECT_EQ(history_text(with), history_text(without));
  EXPECT_EQ(testing::weights(with), testing::weights(without));
}

TEST(Histograms, AStepThatIsLookedAtAllocatesNothing) {
  Trainer trainer = make_trainer();
  trainer.keep_histograms();
  trainer.advance();
  const std::size_t before = testing::allocation_count();
  train_to(trainer, 4);
  EXPECT_EQ(testing::allocation_count(), before);
  EXPECT_EQ(trainer.histograms()->moments().size(), 5u);
}

TEST(Histograms, BeginWithTheWeightsAsTheyAre) {
  Trainer trainer = make_trainer();
  train_to(trainer, 3);
  trainer.keep_histograms();
  trainer.keep_histograms();
  const Histograms& histograms = *trainer.histograms();
  ASSERT_EQ(steps_of(histograms), (std::vector<std::int64_t>{3}));
  const Histograms::Moment moment = histograms.moments()[0];
  const Snapshot now(trainer);
  expect_figures(histograms.figures(moment)[2].of[0], now.weights[2]);
  for (const Quantity unknown : {Quantity::gradients, Quantity::updates}) {
    for (const std::uint16_t count : histograms.counts(moment, unknown)) EXPECT_EQ(count, 0);
    EXPECT_TRUE(std::isnan(histograms.figures(moment)[2].of[1].norm));
  }
  EXPECT_TRUE(std::isnan(histograms.figures(moment)[2].update_ratio));
}

Parameter<float> ramp(std::size_t count) {
  Parameter<float> parameter{"layers.0.weight", zeros<float>({count}), zeros<float>({count}), true};
  std::iota(parameter.value.begin(), parameter.value.end(), 0.0f);
  return parameter;
}

// As a run would call it: `steps` steps, in epochs of that many.
Histograms recorded(const std::vector<Parameter<float>*>& parameters, std::int64_t steps,
                    std::int64_t steps_per_epoch) {
  Histograms histograms(parameters, steps_per_epoch, 0);
  for (std::int64_t step = 1; step <= steps; ++step) {
    if (!histograms.wants(step)) continue;
    histograms.before_update();
    histograms.after_update(step);
  }
  return histograms;
}

TEST(Histograms, ThinOutEvenlyAndKeepTheEndsOfEpochs) {
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

TEST(Histograms, OfManyEpochsEverySecondEndGoesAtLast) {
  Parameter<float> parameter = ramp(10);
  const std::vector<std::int64_t> steps = steps_of(recorded({&parameter}, 100'000, 100));
  EXPECT_LE(steps.size(), 128u);
  EXPECT_GT(steps.size(), 48u);
  EXPECT_EQ(steps.front(), 0);
  EXPECT_GT(steps.back(), 97'000);
}

// Beside each other the values of moments stay those of their step, whichever slots they lie in.
TEST(Histograms, AMomentKeepsItsValuesWhileOthersGo) {
  Parameter<float> parameter = ramp(4);
  Histograms histograms({&parameter}, 50, 0);
  for (std::int64_t step = 1; step <= 600; ++step) {
    parameter.value.fill(static_cast<float>(step));
    if (!histograms.wants(step)) continue;
    histograms.before_update();
    histograms.after_update(step);
  }
  std::int64_t serial = -1;
  for (const Histograms::Moment& moment : histograms.moments()) {
    EXPECT_GT(moment.serial, serial);
    serial = moment.serial;
    if (moment.step == 0) continue;
    EXPECT_EQ(histograms.figures(moment)[0].of[0].mean, static_cast<double>(moment.step));
    const std::size_t bin = ValueBins::of(static_cast<float>(moment.step));
    EXPECT_EQ(histograms.counts(moment, Quantity::weights)[bin], 4);
  }
}

TEST(Histograms, ManyParametersKeepFewerMomentsAndNoMoreMemory) {
  std::vector<Parameter<float>> many(120, ramp(3));
  std::vector<Parameter<float>*> parameters;
  for (Parameter<float>& parameter : many) parameters.push_back(&parameter);
  const std::size_t moments = recorded(parameters, 500, 100).moments().size();
  EXPECT_LT(moments * 120 * 3 * ValueBins::kCount * sizeof(std::uint16_t), kHistogramBytes);
  EXPECT_GT(moments, 10u);
}

TEST(Histograms, ALargeParameterIsSampledEvenlyOverItsLastAxis) {
  Parameter<float> parameter{"layers.0.weight", zeros<float>({700, 512}), zeros<float>({700, 512}),
                             true};
  // Half the units are 1, the others 0.
  for (std::size_t i = 0; i < parameter.value.size(); ++i) {
    parameter.value.data()[i] = static_cast<float>(i % 2);
  }
  const Histograms histograms({&parameter}, 10, 0);
  const std::size_t sampled = histograms.samples()[0].size();
  EXPECT_LE(sampled, 16384u);
  EXPECT_GT(sampled, 15000u);
  const ValueFigures& figures = histograms.figures(histograms.moments()[0])[0].of[0];
  EXPECT_NEAR(figures.mean, 0.5, 1e-3);
  EXPECT_NEAR(figures.norm, std::sqrt(350.0 * 512), 1);
}

TEST(Histograms, ARunThatGoesBackForgetsWhatCameAfter) {
  Trainer trainer = make_trainer();
  trainer.keep_histograms();
  train_to(trainer, 3);
  trainer.set_schedule(testing::constant_schedule(1e6));
  while (trainer.divergence() == nullptr) trainer.advance();
  EXPECT_GT(trainer.histograms()->moments().back().step, trainer.steps_done());
  trainer.recover();
  for (const Histograms::Moment& moment : trainer.histograms()->moments()) {
    EXPECT_LE(moment.step, trainer.steps_done());
  }
  trainer.set_schedule(testing::constant_schedule(0.01));
  train_to(trainer, 10);
  const std::vector<std::int64_t> steps = steps_of(*trainer.histograms());
  EXPECT_TRUE(std::is_sorted(steps.begin(), steps.end()));
  EXPECT_EQ(std::adjacent_find(steps.begin(), steps.end()), steps.end());
  EXPECT_EQ(steps.back(), 10);
}

TEST(Histograms, SayWhatTheyAreOf) {
  Trainer trainer = make_trainer();
  trainer.keep_histograms();
  const Json json = describe(*trainer.histograms(), trainer.history().layers());
  ASSERT_EQ(json["parameters"].size(), 4u);
  EXPECT_EQ(json["parameters"][2]["name"], "layers.4.weight");
  EXPECT_EQ(json["parameters"][2]["layer"], "layers.4");
  EXPECT_EQ(json["parameters"][2]["type"], "dense");
  EXPECT_EQ(json["parameters"][2]["values"], 7 * 7 * 4 * 10);
  EXPECT_EQ(json["edges"].size(), ValueBins::kCount + 1);
}

}  // namespace
}  // namespace anneal
