#include "optim/adam.h"

#include <array>
#include <cmath>

namespace anneal {

template <class T>
Adam<T>::Adam(const AdamSettings& rule, const OptimizerSettings& settings,
              std::span<Parameter<T>* const> parameters)
    : Optimizer<T>(settings, parameters), rule_(rule) {
  this->add_state("mean");
  this->add_state("mean_square");
}

template <class T>
void Adam<T>::prepare(const StepOptions& options) {
  const double beta1 = options.momentum.value_or(rule_.beta1);
  const double beta2 = rule_.beta2;
  const double correction1 = 1 - std::pow(beta1, this->steps());
  const double correction2 = std::sqrt(1 - std::pow(beta2, this->steps()));
  step_.beta1 = static_cast<T>(beta1);
  step_.one_minus_beta1 = static_cast<T>(1 - beta1);
  step_.beta2 = static_cast<T>(beta2);
  step_.one_minus_beta2 = static_cast<T>(1 - beta2);
  step_.rate = static_cast<T>(options.rate * correction2 / correction1);
  step_.epsilon = static_cast<T>(rule_.epsilon * correction2);
}

template <class T>
void Adam<T>::update(std::size_t parameter, T* value, const T* gradient, std::size_t count,
                     const kernels::Adjustment<T>& adjustment) {
  const std::array<T*, 2> state{this->state_data(0, parameter), this->state_data(1, parameter)};
  kernels::update(step_, adjustment, value, gradient, state, count);
}

template class Adam<float>;
template class Adam<double>;

}  // namespace anneal
