#include "optim/settings.h"

#include <cmath>

#include "base/number_text.h"

namespace anneal {
namespace {

// Below this an epsilon times a bias correction may vanish in float, and 0 / 0 follow.
constexpr double kLeastEpsilon = 1e-16;

class Ranges {
 public:
  // [0, 1)
  void share(const char* key, double value) {
    expect(value >= 0 && value < 1, key, "a number of at least 0 and below 1", value);
  }
  void not_negative(const char* key, double value) {
    expect(value >= 0, key, "a number of at least 0", value);
  }
  void positive(const char* key, double value) {
    expect(value > 0, key, "a number above 0", value);
  }
  void epsilon(double value) {
    expect(value >= kLeastEpsilon && value <= 1, "epsilon",
           "a number from " + number_text(kLeastEpsilon) + " to 1", value);
  }

  std::vector<OptimizerProblem> problems;

 private:
  void expect(bool good, const char* key, const std::string& expected, double value) {
    if (good && std::isfinite(value)) return;
    problems.push_back({key, "expected " + expected + ", got " + number_text(value)});
  }
};

void check(const SgdSettings& sgd, Ranges& ranges) {
  ranges.share("momentum", sgd.momentum);
  if (sgd.nesterov && sgd.momentum == 0) {
    ranges.problems.push_back({"nesterov", "expected a momentum above 0 with it, got 0"});
  }
}

void check(const AdamSettings& adam, Ranges& ranges) {
  ranges.share("beta1", adam.beta1);
  ranges.share("beta2", adam.beta2);
  ranges.epsilon(adam.epsilon);
}

void check(const RmspropSettings& rmsprop, Ranges& ranges) {
  ranges.share("alpha", rmsprop.alpha);
  ranges.epsilon(rmsprop.epsilon);
  ranges.share("momentum", rmsprop.momentum);
}

void check(const AdagradSettings& adagrad, Ranges& ranges) {
  ranges.not_negative("initial_accumulator", adagrad.initial_accumulator);
  ranges.epsilon(adagrad.epsilon);
}

void check(const AdadeltaSettings& adadelta, Ranges& ranges) {
  ranges.share("rho", adadelta.rho);
  ranges.epsilon(adadelta.epsilon);
}

void check(const NadamSettings& nadam, Ranges& ranges) {
  ranges.share("beta1", nadam.beta1);
  ranges.share("beta2", nadam.beta2);
  ranges.epsilon(nadam.epsilon);
  ranges.not_negative("momentum_decay", nadam.momentum_decay);
}

void check(const LionSettings& lion, Ranges& ranges) {
  ranges.share("beta1", lion.beta1);
  ranges.share("beta2", lion.beta2);
}

}  // namespace

std::string_view type_name(const OptimizerSettings& settings) {
  return std::visit([](const auto& rule) { return rule.type; }, settings.rule);
}

bool has_momentum(const OptimizerSettings& settings) {
  return !std::holds_alternative<AdagradSettings>(settings.rule) &&
         !std::holds_alternative<AdadeltaSettings>(settings.rule);
}

std::vector<OptimizerProblem> problems(const OptimizerSettings& settings) {
  Ranges ranges;
  std::visit([&](const auto& rule) { check(rule, ranges); }, settings.rule);
  ranges.not_negative("weight_decay", settings.weight_decay);
  ranges.not_negative("l1", settings.l1);
  if (settings.clip_norm) ranges.positive("clip_norm", *settings.clip_norm);
  if (settings.clip_value) ranges.positive("clip_value", *settings.clip_value);
  return ranges.problems;
}

}  // namespace anneal
