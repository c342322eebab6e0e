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

#include <cstddef>
#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "kernels/update.h"
#include "optim/settings.h"
#include "tensor/parameter.h"

namespace anneal {

struct StepOptions {
  StepOptions(double rate, std::optional<double> momentum = std::nullopt)  // NOLINT: a bare rate
      : rate(rate), momentum(momentum) {}

  double rate;  // >= 0
  // In place of the settings' momentum (beta1 in adam, nadam and lion), in [0, 1). sgd and rmsprop
  // need use_momentum() first; adagrad and adadelta have none and ignore it.
  std::optional<double> momentum;
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
  Optimizer(const OptimizerSettings& settings, std::span<Parameter<T>* const> parameters);

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
  [[noreturn]] void refuse_momentum() const;

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

  OptimizerSettings settings_;
  std::vector<std::string> names_;
  std::vector<Shape> shapes_;
  std::deque<State> states_;
  std::vector<StateScalar> scalars_;
  double steps_ = 0;
};

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
