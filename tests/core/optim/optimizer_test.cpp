// What all optimizers share: state by name, resuming, weight decay only where it belongs, clipping
// over all parameters, momentum that a schedule moves.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "base/error.h"
#include "optim/clip.h"
#include "optim/kinds.h"
#include "support.h"

namespace anneal {
namespace {

// Two parameters with made-up values and gradients.
struct Model {
  Model() {
    const auto values = testing::random_values<float>(22, 1);
    std::copy_n(values.begin(), 17, weights.value.begin());
    std::copy_n(values.begin() + 17, 5, bias.value.begin());
    gradients(0);
  }
  void gradients(std::uint64_t step) {
    const auto values = testing::random_values<float>(22, 100 + step);
    std::copy_n(values.begin(), 17, weights.gradient.begin());
    std::copy_n(values.begin() + 17, 5, bias.gradient.begin());
  }

  Parameter<float> weights{"layers.0.weight", zeros<float>({17}), zeros<float>({17}), true};
  Parameter<float> bias{"layers.0.bias", zeros<float>({5}), zeros<float>({5}), false};
  std::vector<Parameter<float>*> list{&weights, &bias};
};

OptimizerSettings settings_of(RuleSettings rule) {
  OptimizerSettings settings;
  settings.rule = rule;
  return settings;
}

const std::vector<RuleSettings> kRules{SgdSettings{},
                                       SgdSettings{0.9, true},
                                       AdamSettings{},
                                       RmspropSettings{},
                                       RmspropSettings{0.9, 1e-8, 0.5, true},
                                       AdagradSettings{},
                                       AdadeltaSettings{},
                                       NadamSettings{},
                                       LionSettings{}};

std::vector<std::string> state_names(const RuleSettings& rule) {
  Model model;
  std::vector<std::string> names;
  for (const auto& tensor : make_optimizer<float>(settings_of(rule), model.list)->state()) {
    names.push_back(tensor.name);
  }
  return names;
}

TEST(Optimizer, StateIsNamedAfterItsParameter) {
  using Names = std::vector<std::string>;
  EXPECT_EQ(state_names(SgdSettings{}), Names{});
  EXPECT_EQ(state_names(SgdSettings{0.9}),
            (Names{"layers.0.weight.velocity", "layers.0.bias.velocity"}));
  EXPECT_EQ(state_names(AdamSettings{}),
            (Names{"layers.0.weight.mean", "layers.0.weight.mean_square", "layers.0.bias.mean",
                   "layers.0.bias.mean_square"}));
}

TEST(Optimizer, AdagradStartsFromItsAccumulator) {
  Model model;
  const auto optimizer =
      make_optimizer<float>(settings_of(AdagradSettings{0.25, 1e-10}), model.list);
  for (const auto& tensor : optimizer->state()) {
    EXPECT_EQ(*std::min_element(tensor.values.begin(), tensor.values.end()), 0.25f);
    EXPECT_EQ(*std::max_element(tensor.values.begin(), tensor.values.end()), 0.25f);
  }
}

TEST(Optimizer, ResumedFromItsStateIsBitForBitTheSame) {
  for (const RuleSettings& rule : kRules) {
    Model straight;
    const auto first = make_optimizer<float>(settings_of(rule), straight.list);
    for (int step = 0; step < 7; ++step) {
      straight.gradients(step);
      first->step(straight.list, 0.01);
    }
    Model resumed;
    const auto second = make_optimizer<float>(settings_of(rule), resumed.list);
    resumed.weights.value = straight.weights.value;
    resumed.bias.value = straight.bias.value;
    const auto saved = first->state();
    const auto loaded = second->state();
    for (std::size_t i = 0; i < saved.size(); ++i) {
      ASSERT_EQ(saved[i].name, loaded[i].name);
      std::copy(saved[i].values.begin(), saved[i].values.end(), loaded[i].values.begin());
    }
    for (std::size_t i = 0; i < first->scalars().size(); ++i) {
      ASSERT_EQ(first->scalars()[i].name, second->scalars()[i].name);
      *second->scalars()[i].value = *first->scalars()[i].value;
    }
    for (int step = 7; step < 15; ++step) {
      straight.gradients(step);
      resumed.gradients(step);
      first->step(straight.list, 0.01);
      second->step(resumed.list, 0.01);
    }
    EXPECT_EQ(straight.weights.value, resumed.weights.value) << type_name(settings_of(rule));
    EXPECT_EQ(straight.bias.value, resumed.bias.value) << type_name(settings_of(rule));
  }
}

TEST(Optimizer, DecayAndL1LeaveBiasesAlone) {
  for (const RuleSettings& rule : kRules) {
    for (const DecayMode mode : {DecayMode::coupled, DecayMode::decoupled}) {
      Model plain, decayed;
      OptimizerSettings settings = settings_of(rule);
      make_optimizer<float>(settings, plain.list)->step(plain.list, 0.01);
      settings.weight_decay = 0.1;
      settings.decay_mode = mode;
      settings.l1 = 0.3;
      make_optimizer<float>(settings, decayed.list)->step(decayed.list, 0.01);
      EXPECT_EQ(plain.bias.value, decayed.bias.value) << type_name(settings);
      EXPECT_NE(plain.weights.value, decayed.weights.value) << type_name(settings);
    }
  }
}

TEST(Optimizer, DecoupledDecayShrinksByTheRate) {
  Model model;
  OptimizerSettings settings = settings_of(AdamSettings{});
  settings.weight_decay = 0.5;
  settings.decay_mode = DecayMode::decoupled;
  model.weights.gradient.fill(0);
  const Tensor<float> before = model.weights.value;
  make_optimizer<float>(settings, model.list)->step(model.list, 0.1);
  for (std::size_t i = 0; i < before.size(); ++i) {
    EXPECT_FLOAT_EQ(model.weights.value(i), before(i) * 0.95f);
  }
}

TEST(Optimizer, GradientInMemoryIsLeftAsItWas) {
  Model model;
  OptimizerSettings settings = settings_of(SgdSettings{0.9});
  settings.clip_norm = 0.1;
  settings.clip_value = 0.05;
  settings.weight_decay = 0.1;
  const Tensor<float> before = model.weights.gradient;
  make_optimizer<float>(settings, model.list)->step(model.list, 0.1);
  EXPECT_EQ(model.weights.gradient, before);
}

TEST(Optimizer, ClippedNormIsOfAllParametersTogether) {
  Model model;
  const Tensor<float> weights = model.weights.value, bias = model.bias.value;
  OptimizerSettings settings = settings_of(SgdSettings{});
  settings.clip_norm = 0.5;
  ASSERT_GT(gradient_norm<float>(model.list), 1);
  make_optimizer<float>(settings, model.list)->step(model.list, 1.0);
  double sum = 0;
  for (std::size_t i = 0; i < 17; ++i) sum += std::pow(model.weights.value(i) - weights(i), 2);
  for (std::size_t i = 0; i < 5; ++i) sum += std::pow(model.bias.value(i) - bias(i), 2);
  EXPECT_NEAR(std::sqrt(sum), 0.5, 1e-5);
}

TEST(Optimizer, GradientBelowTheClipIsUntouched) {
  Model plain, clipped;
  OptimizerSettings settings = settings_of(SgdSettings{});
  make_optimizer<float>(settings, plain.list)->step(plain.list, 0.1);
  settings.clip_norm = 1000;
  settings.clip_value = 1000;
  make_optimizer<float>(settings, clipped.list)->step(clipped.list, 0.1);
  EXPECT_EQ(plain.weights.value, clipped.weights.value);
}

TEST(Optimizer, ClipFactorIsPyTorchs) {
  EXPECT_EQ(clip_factor(0.5, 1), 1);
  EXPECT_EQ(clip_factor(0, 1), 1);
  EXPECT_DOUBLE_EQ(clip_factor(4, 1), 1 / (4 + 1e-6));
  EXPECT_EQ(clip_factor(std::numeric_limits<double>::infinity(), 1), 0);
  EXPECT_TRUE(std::isnan(clip_factor(std::numeric_limits<double>::quiet_NaN(), 1)));
}

TEST(Optimizer, DivergenceIsNotHiddenByClipping) {
  for (const RuleSettings& rule : kRules) {
    Model model;
    OptimizerSettings settings = settings_of(rule);
    settings.clip_norm = 1;
    settings.clip_value = 1;
    model.weights.gradient(3) = std::numeric_limits<float>::quiet_NaN();
    make_optimizer<float>(settings, model.list)->step(model.list, 0.1);
    EXPECT_TRUE(std::isnan(model.weights.value(3))) << type_name(settings);
  }
}

TEST(Optimizer, MomentumThatMovesNeedsRoomForAVelocity) {
  for (const RuleSettings& rule : {RuleSettings(SgdSettings{}), RuleSettings(RmspropSettings{})}) {
    Model model;
    const auto optimizer = make_optimizer<float>(settings_of(rule), model.list);
    const std::size_t before = optimizer->state().size();
    EXPECT_THROW(optimizer->step(model.list, {0.1, 0.9}), Error);
    optimizer->use_momentum();
    optimizer->use_momentum();
    EXPECT_EQ(optimizer->state().size(), before + 2);
    EXPECT_NO_THROW(optimizer->step(model.list, {0.1, 0.9}));
  }
}

TEST(Optimizer, RuleWithoutMomentumRefusesAScheduleThatMovesIt) {
  Model model;
  const auto optimizer = make_optimizer<float>(settings_of(AdagradSettings{}), model.list);
  try {
    optimizer->use_momentum();
    FAIL();
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(),
                 "schedule.momentum: expected an optimizer with momentum, got adagrad");
  }
  for (const RuleSettings& rule : kRules) {
    const OptimizerSettings settings = settings_of(rule);
    if (has_momentum(settings)) {
      EXPECT_NO_THROW(make_optimizer<float>(settings, model.list)->use_momentum());
    } else {
      EXPECT_THROW(make_optimizer<float>(settings, model.list)->use_momentum(), Error);
    }
  }
}

TEST(Optimizer, RmspropOfAConstantGradientCenteredStaysFinite) {
  // Its variance is zero but for rounding, and its root must not be that of something below zero.
  Model model;
  OptimizerSettings settings = settings_of(RmspropSettings{0.5, 1e-8, 0, true});
  const auto optimizer = make_optimizer<float>(settings, model.list);
  model.weights.gradient.fill(0.3f);
  for (int step = 0; step < 200; ++step) optimizer->step(model.list, 1e-9);
  for (const float value : model.weights.value) EXPECT_TRUE(std::isfinite(value));
}

TEST(OptimizerSettings, ProblemsNameTheKeyWhatIsExpectedAndWhatWasFound) {
  const auto texts = [](const OptimizerSettings& settings) {
    std::vector<std::string> lines;
    for (const auto& problem : problems(settings)) {
      lines.push_back(problem.key + ": " + problem.message);
    }
    return lines;
  };
  using Lines = std::vector<std::string>;
  EXPECT_EQ(texts(settings_of(AdamSettings{1, 0.999, 0})),
            (Lines{"beta1: expected a number of at least 0 and below 1, got 1",
                   "epsilon: expected a number from 1e-16 to 1, got 0"}));
  EXPECT_EQ(texts(settings_of(SgdSettings{0, true})),
            Lines{"nesterov: expected a momentum above 0 with it, got 0"});
  OptimizerSettings settings;
  settings.weight_decay = -1;
  settings.l1 = std::numeric_limits<double>::infinity();
  settings.clip_norm = 0;
  settings.clip_value = -2;
  EXPECT_EQ(texts(settings), (Lines{"weight_decay: expected a number of at least 0, got -1",
                                    "l1: expected a number of at least 0, got inf",
                                    "clip_norm: expected a number above 0, got 0",
                                    "clip_value: expected a number above 0, got -2"}));
  for (const RuleSettings& rule : kRules) EXPECT_TRUE(texts(settings_of(rule)).empty());
  for (const RuleSettings& rule :
       {RuleSettings(SgdSettings{-0.1}), RuleSettings(RmspropSettings{1}),
        RuleSettings(RmspropSettings{0.9, 1e-8, 1}), RuleSettings(AdagradSettings{-1}),
        RuleSettings(AdadeltaSettings{1}), RuleSettings(NadamSettings{0.9, 1}),
        RuleSettings(NadamSettings{0.9, 0.9, 1e-8, -1}), RuleSettings(LionSettings{0.9, 1})}) {
    EXPECT_EQ(texts(settings_of(rule)).size(), 1u) << type_name(settings_of(rule));
  }
}

}  // namespace
}  // namespace anneal
