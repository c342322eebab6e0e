// What an experiment document says of the optimizer: plain values with their defaults, one struct
// an update rule, and what is common to all. Defaults are PyTorch's (lion's its paper's). Each
// struct's `keys` lists the document's keys with the members they belong to; reading the document
// is done elsewhere. The learning rate is not here: it is the schedule's.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace anneal {

// optim/sgd.h
struct SgdSettings {
  static constexpr std::string_view type = "sgd";

  double momentum = 0;    // in [0, 1)
  bool nesterov = false;  // needs momentum

  template <class Visit>
  static void keys(Visit&& visit) {
    visit.optional("momentum", &SgdSettings::momentum);
    visit.optional("nesterov", &SgdSettings::nesterov);
  }
};

// optim/adam.h
struct AdamSettings {
  static constexpr std::string_view type = "adam";

  double beta1 = 0.9;     // in [0, 1)
  double beta2 = 0.999;   // in [0, 1)
  double epsilon = 1e-8;  // in [1e-16, 1]

  template <class Visit>
  static void keys(Visit&& visit) {
    visit.optional("beta1", &AdamSettings::beta1);
    visit.optional("beta2", &AdamSettings::beta2);
    visit.optional("epsilon", &AdamSettings::epsilon);
  }
};

// optim/rmsprop.h
struct RmspropSettings {
  static constexpr std::string_view type = "rmsprop";

  double alpha = 0.99;    // in [0, 1)
  double epsilon = 1e-8;  // in [1e-16, 1]
  double momentum = 0;    // in [0, 1)
  bool centered = false;

  template <class Visit>
  static void keys(Visit&& visit) {
    visit.optional("alpha", &RmspropSettings::alpha);
    visit.optional("epsilon", &RmspropSettings::epsilon);
    visit.optional("momentum", &RmspropSettings::momentum);
    visit.optional("centered", &RmspropSettings::centered);
  }
};

// optim/adagrad.h
struct AdagradSettings {
  static constexpr std::string_view type = "adagrad";

  double initial_accumulator = 0;  // >= 0
  double epsilon = 1e-10;          // in [1e-16, 1]

  template <class Visit>
  static void keys(Visit&& visit) {
    visit.optional("initial_accumulator", &AdagradSettings::initial_accumulator);
    visit.optional("epsilon", &AdagradSettings::epsilon);
  }
};

// optim/adadelta.h
struct AdadeltaSettings {
  static constexpr std::string_view type = "adadelta";

  double rho = 0.9;       // in [0, 1)
  double epsilon = 1e-6;  // in [1e-16, 1]

  template <class Visit>
  static void keys(Visit&& visit) {
    visit.optional("rho", &AdadeltaSettings::rho);
    visit.optional("epsilon", &AdadeltaSettings::epsilon);
  }
};

// optim/nadam.h
struct NadamSettings {
  static constexpr std::string_view type = "nadam";

  double beta1 = 0.9;            // in [0, 1)
  double beta2 = 0.999;          // in [0, 1)
  double epsilon = 1e-8;         // in [1e-16, 1]
  double momentum_decay = 4e-3;  // >= 0

  template <class Visit>
  static void keys(Visit&& visit) {
    visit.optional("beta1", &NadamSettings::beta1);
    visit.optional("beta2", &NadamSettings::beta2);
    visit.optional("epsilon", &NadamSettings::epsilon);
    visit.optional("momentum_decay", &NadamSettings::momentum_decay);
  }
};

// optim/lion.h
struct LionSettings {
  static constexpr std::string_view type = "lion";

  double beta1 = 0.9;   // in [0, 1)
  double beta2 = 0.99;  // in [0, 1)

  template <class Visit>
  static void keys(Visit&& visit) {
    visit.optional("beta1", &LionSettings::beta1);
    visit.optional("beta2", &LionSettings::beta2);
  }
};

using RuleSettings = std::variant<SgdSettings, AdamSettings, RmspropSettings, AdagradSettings,
                                  AdadeltaSettings, NadamSettings, LionSettings>;

enum class DecayMode {
  coupled,    // weight_decay * w is added to the gradient (PyTorch's SGD and Adam): L2
  decoupled,  // w shrinks by the factor 1 - rate * weight_decay before the update (AdamW)
};

constexpr std::array<std::string_view, 2> names(DecayMode) { return {"coupled", "decoupled"}; }

// Decay and L1 leave alone what has Parameter::decay false: biases, normalisation.
struct OptimizerSettings {
  RuleSettings rule = {};
  double weight_decay = 0;  // >= 0
  DecayMode decay_mode = DecayMode::coupled;
  double l1 = 0;                          // >= 0; l1 * sign(w) is added to the gradient
  std::optional<double> clip_norm = {};   // > 0; of all gradients together, as one vector
  std::optional<double> clip_value = {};  // > 0; of each element, before the norm

  // Beside "type" and the rule's own.
  template <class Visit>
  static void keys(Visit&& visit) {
    visit.optional("weight_decay", &OptimizerSettings::weight_decay);
    visit.optional("decay_mode", &OptimizerSettings::decay_mode);
    visit.optional("l1", &OptimizerSettings::l1);
    visit.optional("clip_norm", &OptimizerSettings::clip_norm);
    visit.optional("clip_value", &OptimizerSettings::clip_value);
  }
};

// "adam", as in the document
std::string_view type_name(const OptimizerSettings& settings);

// Whether the rule has a momentum (beta1 counts) that a schedule can move.
bool has_momentum(const OptimizerSettings& settings);

struct OptimizerProblem {
  std::string key;      // "beta1"
  std::string message;  // "expected a number of at least 0 and below 1, got 1"
};

// What is out of range; empty for settings that may be used.
std::vector<OptimizerProblem> problems(const OptimizerSettings& settings);

}  // namespace anneal
