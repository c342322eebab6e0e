// The list of optimizers, and the settings of one. To add an update rule: its header, and one name
// here.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/checks.h"
#include "base/json_fwd.h"
#include "optim/adadelta.h"
#include "optim/adagrad.h"
#include "optim/adam.h"
#include "optim/lion.h"
#include "optim/nadam.h"
#include "optim/optimizer.h"
#include "optim/rmsprop.h"
#include "optim/sgd.h"

namespace anneal {

using RuleSettings = std::variant<SgdSettings, AdamSettings, RmspropSettings, AdagradSettings,
                                  AdadeltaSettings, NadamSettings, LionSettings>;

// Defaults are PyTorch's (lion's its paper's). The learning rate is not here: it is the schedule's.
struct OptimizerSettings : AdjustmentSettings {
  RuleSettings rule = {};
};

// "adam", as in the document
std::string_view type_name(const OptimizerSettings& settings);

// Whether the rule has a momentum (beta1 counts) that a schedule can set.
bool has_momentum(const OptimizerSettings& settings);

// What is out of range; empty for settings that may be used.
std::vector<Problem> problems(const OptimizerSettings& settings);

// The "optimizer" section of a document. Reading throws Error (experiment) for the first problem.
void read_value(const Json& json, const std::string& path, OptimizerSettings& settings);
Json write_value(const OptimizerSettings& settings);

// The optimizer of the settings, its state allocated for these parameters.
template <class T>
std::unique_ptr<Optimizer<T>> make_optimizer(const OptimizerSettings& settings,
                                             std::span<Parameter<T>* const> parameters);

template <class T>
std::unique_ptr<Optimizer<T>> make_optimizer(const OptimizerSettings& settings,
                                             const std::vector<Parameter<T>*>& parameters) {
  return make_optimizer<T>(settings, std::span<Parameter<T>* const>(parameters));
}

}  // namespace anneal
