#include "optim/lion.h"

#include <array>

namespace anneal {

template <class T>
Lion<T>::Lion(const LionSettings& rule, const OptimizerSettings& settings,
              std::span<Parameter<T>* const> parameters)
    : Optimizer<T>(settings, parameters), rule_(rule) {
  this->add_state("mean");
}

template <class T>
void Lion<T>::prepare(const StepOptions& options) {
  const double beta1 = options.momentum.value_or(rule_.beta1);
  step_.beta1 = static_cast<T>(beta1);
  step_.one_minus_beta1 = static_cast<T>(1 - beta1);
  step_.beta2 = static_cast<T>(rule_.beta2);
  step_.one_minus_beta2 = static_cast<T>(1 - rule_.beta2);
  step_.rate = static_cast<T>(options.rate);
}

template <class T>
void Lion<T>::update(std::size_t parameter, T* value, const T* gradient, std::size_t count,
                     const kernels::Adjustment<T>& adjustment) {
  const std::array<T*, 1> state{this->state_data(0, parameter)};
  kernels::update(step_, adjustment, value, gradient, state, count);
}

template class Lion<float>;
template class Lion<double>;

}  // namespace anneal
