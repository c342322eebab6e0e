#include "optim/optimizer.h"

#include <cassert>
#include <type_traits>
#include <variant>

#include "base/error.h"
#include "optim/adadelta.h"
#include "optim/adagrad.h"
#include "optim/adam.h"
#include "optim/clip.h"
#include "optim/lion.h"
#include "optim/nadam.h"
#include "optim/rmsprop.h"
#include "optim/sgd.h"

namespace anneal {

template <class T>
Optimizer<T>::Optimizer(const OptimizerSettings& settings,
                        std::span<Parameter<T>* const> parameters)
    : settings_(settings) {
  for (const Parameter<T>* parameter : parameters) {
    names_.push_back(parameter->name);
    shapes_.push_back(shape_of(parameter->value));
  }
  add_scalar("steps", &steps_);
}

template <class T>
std::size_t Optimizer<T>::add_state(const std::string& name, T initial) {
  State& state = states_.emplace_back();
  state.name = name;
  for (const Shape& shape : shapes_) {
    state.tensors.push_back(zeros<T>(shape));
    if (initial != 0) state.tensors.back().fill(initial);
  }
  return states_.size() - 1;
}

template <class T>
void Optimizer<T>::add_scalar(const std::string& name, double* value) {
  scalars_.push_back({name, value});
}

template <class T>
std::vector<StateTensor<T>> Optimizer<T>::state() {
  std::vector<StateTensor<T>> views;
  for (std::size_t parameter = 0; parameter < names_.size(); ++parameter) {
    for (State& state : states_) {
      Tensor<T>& tensor = state.tensors[parameter];
      views.push_back({names_[parameter] + "." + state.name, {tensor.data(), tensor.size()}});
    }
  }
  return views;
}

template <class T>
std::vector<StateScalar> Optimizer<T>::scalars() {
  return scalars_;
}

template <class T>
void Optimizer<T>::check_momentum(const StepOptions& options, bool has_velocity) {
  if (!options.momentum || has_velocity) return;
  throw Error(ErrorKind::state, "a momentum came with the step, but use_momentum() did not before");
}

template <class T>
void Optimizer<T>::refuse_momentum() const {
  fail_experiment("schedule.momentum",
                  "expected an optimizer with momentum, got " + std::string(type_name(settings_)));
}

template <class T>
kernels::Adjustment<T> Optimizer<T>::adjustment(bool decay, double rate, double scale) const {
  kernels::Adjustment<T> result;
  if (settings_.clip_value) result.limit = static_cast<T>(*settings_.clip_value);
  result.scale = static_cast<T>(scale);
  if (!decay) return result;
  result.l1 = static_cast<T>(settings_.l1);
  if (settings_.decay_mode == DecayMode::coupled) {
    result.decay = static_cast<T>(settings_.weight_decay);
  } else {
    result.shrink = static_cast<T>(1 - rate * settings_.weight_decay);
  }
  return result;
}

template <class T>
void Optimizer<T>::step(std::span<Parameter<T>* const> parameters, const StepOptions& options) {
  assert(parameters.size() == names_.size());
  double scale = 1;
  if (settings_.clip_norm) {
    scale = clip_factor(gradient_norm(parameters, settings_.clip_value), *settings_.clip_norm);
  }
  ++steps_;
  prepare(options);
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    Parameter<T>& parameter = *parameters[i];
    assert(parameter.gradient.size() == parameter.value.size());
    update(i, parameter.value.data(), parameter.gradient.data(), parameter.value.size(),
           adjustment(parameter.decay, options.rate, scale));
  }
}

template <class T>
std::unique_ptr<Optimizer<T>> make_optimizer(const OptimizerSettings& settings,
                                             std::span<Parameter<T>* const> parameters) {
  return std::visit(
      [&](const auto& rule) -> std::unique_ptr<Optimizer<T>> {
        using R = std::decay_t<decltype(rule)>;
        if constexpr (std::is_same_v<R, SgdSettings>) {
          return std::make_unique<Sgd<T>>(rule, settings, parameters);
        } else if constexpr (std::is_same_v<R, AdamSettings>) {
          return std::make_unique<Adam<T>>(rule, settings, parameters);
        } else if constexpr (std::is_same_v<R, RmspropSettings>) {
          return std::make_unique<Rmsprop<T>>(rule, settings, parameters);
        } else if constexpr (std::is_same_v<R, AdagradSettings>) {
          return std::make_unique<Adagrad<T>>(rule, settings, parameters);
        } else if constexpr (std::is_same_v<R, AdadeltaSettings>) {
          return std::make_unique<Adadelta<T>>(rule, settings, parameters);
        } else if constexpr (std::is_same_v<R, NadamSettings>) {
          return std::make_unique<Nadam<T>>(rule, settings, parameters);
        } else {
          static_assert(std::is_same_v<R, LionSettings>);
          return std::make_unique<Lion<T>>(rule, settings, parameters);
        }
      },
      settings.rule);
}

template class Optimizer<float>;
template class Optimizer<double>;
template std::unique_ptr<Optimizer<float>> make_optimizer(const OptimizerSettings&,
                                                          std::span<Parameter<float>* const>);
template std::unique_ptr<Optimizer<double>> make_optimizer(const OptimizerSettings&,
                                                           std::span<Parameter<double>* const>);

}  // namespace anneal
