// What every optimizer shares: the state it keeps for each parameter, clipping, weight decay and
// L1. A rule (optim/sgd.h, optim/adam.h, ...) adds one formula and owns nothing but its state. The
// learning rate comes with each step, from the schedule.
//
// One step, g the gradient of a parameter's value w (decay and l1 only where Parameter::decay):
//   g <- clamp(g, -clip_value, clip_value)
//   g <- g * min(1, clip_norm / (norm of all g + 1e-6))
//   g <- g + weight_decay * w   (coupled)   or   w <- w * (1 - rate * weight_decay)   (decoupled)
//   g <- g + l1 * sign(w)
//   w <- rule(w, g)
// The gradient in memory is left as it was.
#pragma once

#include <array>
#include <cstddef>
#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kernels/update.h"
#include "optim/update_rule.h"
#include "tensor/parameter.h"

namespace anneal {

enum class DecayMode {
  coupled,    // weight_decay * w is added to the gradient (PyTorch's SGD and Adam): L2
  decoupled,  // w shrinks by the factor 1 - rate * weight_decay before the update (AdamW)
};

constexpr std::array<std::string_view, 2> names(DecayMode) { return {"coupled", "decoupled"}; }

// What is common to all optimizers. Decay and L1 leave alone what has Parameter::decay false:
// biases, normalisation.
struct AdjustmentSettings {
  double weight_decay = 0;
  DecayMode decay_mode = DecayMode::coupled;
  double l1 = 0;                          // l1 * sign(w) is added to the gradient
  std::optional<double> clip_norm = {};   // of all gradients together, as one vector
  std::optional<double> clip_value = {};  // of each element, before the norm

  template <class Visit>
  static void keys(Visit&& visit) {
    using S = AdjustmentSettings;
    visit.optional("weight_decay", &S::weight_decay, {.range = at_least(0), .symbol = "\\lambda"});
    visit.optional("decay_mode", &S::decay_mode);
    visit.optional("l1", &S::l1, {.range = at_least(0), .symbol = "\\lambda_1"});
    visit.optional("clip_norm", &S::clip_norm,
                   {.range = above(0), .symbol = "c", .omitted = "no clipping by the norm"});
    visit.optional(
        "clip_value", &S::clip_value,
        {.range = above(0), .symbol = "c_\\infty", .omitted = "no clipping of elements"});
  }
};

// A view of what an optimizer remembers, to be saved or filled in: "layers.0.weight.velocity".
template <class T>
struct StateTensor {
  std::string name;
  std::span<T> values;
};

struct StateScalar {
  std::string name;  // "steps"
  double* value;
};

template <class T>
class Optimizer {
 public:
  virtual ~Optimizer() = default;
  Optimizer(const Optimizer&) = delete;
  Optimizer& operator=(const Optimizer&) = delete;

  // Updates every value from its gradient. The parameters are those of construction, in that order.
  // Allocates nothing.
  void step(std::span<Parameter<T>* const> parameters, const StepOptions& options);

  // To be called when a schedule that moves the momentum is put in force: makes room for the
  // velocity (of zeros) where there is none yet. Throws Error (experiment) for a rule without
  // momentum.
  virtual void use_momentum() {}

  // Everything that the next step depends on besides values and gradients. The views hold until the
  // optimizer dies.
  std::vector<StateTensor<T>> state();
  std::vector<StateScalar> scalars();

 protected:
  Optimizer(const AdjustmentSettings& settings, std::span<Parameter<T>* const> parameters);

  // Steps done, the current one included: 1 in the first prepare().
  double steps() const { return steps_; }

  // Adds a tensor of `initial` for every parameter and returns its number.
  std::size_t add_state(const std::string& name, T initial = 0);
  void add_scalar(const std::string& name, double* value);
  T* state_data(std::size_t state, std::size_t parameter) {
    return states_[state].tensors[parameter].data();
  }

  // Throws Error (state) for a momentum that comes without room for a velocity.
  static void check_momentum(const StepOptions& options, bool has_velocity);
  // use_momentum() of a rule without one.
  [[noreturn]] static void refuse_momentum(std::string_view type);

  // The scalars of a step, worked out once, in double.
  virtual void prepare(const StepOptions& options) = 0;
  // The rule on one parameter of `count` elements.
  virtual void update(std::size_t parameter, T* value, const T* gradient, std::size_t count,
                      const kernels::Adjustment<T>& adjustment) = 0;

 private:
  struct State {
    std::string name;
    std::vector<Tensor<T>> tensors;  // of the parameters, in their order
  };

  kernels::Adjustment<T> adjustment(bool decay, double rate, double scale) const;

  AdjustmentSettings settings_;
  std::vector<std::string> names_;
  std::vector<Shape> shapes_;
  std::deque<State> states_;
  std::vector<StateScalar> scalars_;
  double steps_ = 0;
};

}  // namespace anneal
