// What the header of an update rule (adam.h, sgd.h, ...) is made of: the kernel, which is the
// arithmetic of the rule on one vector of a parameter's value w, gradient g and states s, and the
// settings, which work out the kernel's scalars for each step.
#pragma once

#include <limits>
#include <optional>

#include "base/field.h"
#include "kernels/update.h"

namespace anneal {

struct StepOptions {
  StepOptions(double step_rate, std::optional<double> step_momentum = std::nullopt)  // NOLINT
      : rate(step_rate), momentum(step_momentum) {}

  double rate;  // >= 0
  // In place of the settings' momentum (beta1 in adam, nadam and lion), in [0, 1). sgd and rmsprop
  // need use_momentum() first; adagrad and adadelta have none and ignore it.
  std::optional<double> momentum;
};

// How a schedule can set the momentum of a rule.
enum class Momentum {
  none,      // there is none
  built_in,  // the rule always has one (beta1)
  velocity,  // the rule keeps a velocity if its setting `momentum` is above 0 or a schedule asks
};

// What a rule knows of the step whose scalars it works out, once, in double.
struct RuleStep {
  double rate;
  std::optional<double> momentum;  // of the schedule
  double steps;                    // done, this one included: 1 in the first
  bool has_velocity;
  double* scalar;  // of a rule that keeps one number of its own; else null
};

// Below this an epsilon times a bias correction may vanish in float, and 0 / 0 follow.
inline constexpr double kLeastEpsilon = 1e-16;

inline constexpr Field kEpsilon = {.range = between(kLeastEpsilon, 1), .symbol = "\\epsilon"};

}  // namespace anneal
