#include "optim/optimizer.h"

#include <cassert>

#include "base/error.h"
#include "optim/clip.h"

namespace anneal {

template <class T>
Optimizer<T>::Optimizer(const AdjustmentSettings& settings,
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
void Optimizer<T>::refuse_momentum(std::string_view type) {
  fail_experiment("schedule.momentum",
                  "expected an optimizer with momentum, got " + std::string(type));
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

template class Optimizer<float>;
template class Optimizer<double>;

}  // namespace anneal
