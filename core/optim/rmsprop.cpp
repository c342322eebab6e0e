#include "optim/rmsprop.h"

#include <array>

namespace anneal {

template <class T>
Rmsprop<T>::Rmsprop(const RmspropSettings& rule, const OptimizerSettings& settings,
                    std::span<Parameter<T>* const> parameters)
    : Optimizer<T>(settings, parameters), rule_(rule) {
  this->add_state("mean_square");
  if (rule.centered) this->add_state("mean");
  if (rule.momentum > 0) use_momentum();
}

template <class T>
void Rmsprop<T>::use_momentum() {
  if (!has_velocity_) this->add_state("velocity");
  has_velocity_ = true;
}

template <class T>
void Rmsprop<T>::prepare(const StepOptions& options) {
  this->check_momentum(options, has_velocity_);
  rate_ = options.rate;
  momentum_ = options.momentum.value_or(rule_.momentum);
}

template <class T>
template <bool kCentered, bool kMomentum>
void Rmsprop<T>::update_as(std::size_t parameter, T* value, const T* gradient, std::size_t count,
                           const kernels::Adjustment<T>& adjustment) {
  const kernels::RmspropRule<T, kCentered, kMomentum> step{
      static_cast<T>(rule_.alpha), static_cast<T>(1 - rule_.alpha), static_cast<T>(rate_),
      static_cast<T>(momentum_), static_cast<T>(rule_.epsilon)};
  std::array<T*, 1 + kCentered + kMomentum> state;
  for (std::size_t k = 0; k < state.size(); ++k) state[k] = this->state_data(k, parameter);
  kernels::update(step, adjustment, value, gradient, state, count);
}

template <class T>
void Rmsprop<T>::update(std::size_t parameter, T* value, const T* gradient, std::size_t count,
                        const kernels::Adjustment<T>& adjustment) {
  if (rule_.centered && has_velocity_) {
    update_as<true, true>(parameter, value, gradient, count, adjustment);
  } else if (rule_.centered) {
    update_as<true, false>(parameter, value, gradient, count, adjustment);
  } else if (has_velocity_) {
    update_as<false, true>(parameter, value, gradient, count, adjustment);
  } else {
    update_as<false, false>(parameter, value, gradient, count, adjustment);
  }
}

template class Rmsprop<float>;
template class Rmsprop<double>;

}  // namespace anneal
