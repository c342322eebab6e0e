#include "optim/sgd.h"

#include <array>

namespace anneal {

template <class T>
Sgd<T>::Sgd(const SgdSettings& rule, const OptimizerSettings& settings,
            std::span<Parameter<T>* const> parameters)
    : Optimizer<T>(settings, parameters), rule_(rule) {
  if (rule.momentum > 0) use_momentum();
}

template <class T>
void Sgd<T>::use_momentum() {
  if (!has_velocity_) this->add_state("velocity");
  has_velocity_ = true;
}

template <class T>
void Sgd<T>::prepare(const StepOptions& options) {
  this->check_momentum(options, has_velocity_);
  const T rate = static_cast<T>(options.rate);
  const T momentum = static_cast<T>(options.momentum.value_or(rule_.momentum));
  plain_ = {rate};
  heavy_ = {rate, momentum};
  nesterov_ = {rate, momentum};
}

template <class T>
void Sgd<T>::update(std::size_t parameter, T* value, const T* gradient, std::size_t count,
                    const kernels::Adjustment<T>& adjustment) {
  if (!has_velocity_) {
    kernels::update(plain_, adjustment, value, gradient, std::array<T*, 0>{}, count);
    return;
  }
  const std::array<T*, 1> state{this->state_data(0, parameter)};
  if (rule_.nesterov) {
    kernels::update(nesterov_, adjustment, value, gradient, state, count);
  } else {
    kernels::update(heavy_, adjustment, value, gradient, state, count);
  }
}

template class Sgd<float>;
template class Sgd<double>;

}  // namespace anneal
