#include "optim/nadam.h"

#include <array>
#include <cmath>

namespace anneal {

template <class T>
Nadam<T>::Nadam(const NadamSettings& rule, const OptimizerSettings& settings,
                std::span<Parameter<T>* const> parameters)
    : Optimizer<T>(settings, parameters), rule_(rule) {
  this->add_state("mean");
  this->add_state("mean_square");
  this->add_scalar("momentum_product", &momentum_product_);
}

template <class T>
void Nadam<T>::prepare(const StepOptions& options) {
  const double beta1 = options.momentum.value_or(rule_.beta1);
  const double beta2 = rule_.beta2;
  const double t = this->steps();
  const auto momentum_at = [&](double step) {
    return beta1 * (1 - 0.5 * std::pow(0.96, step * rule_.momentum_decay));
  };
  const double now = momentum_at(t);
  const double next = momentum_at(t + 1);
  momentum_product_ *= now;
  const double correction2 = std::sqrt(1 - std::pow(beta2, t));
  const double rate = options.rate * correction2;
  step_.beta1 = static_cast<T>(beta1);
  step_.one_minus_beta1 = static_cast<T>(1 - beta1);
  step_.beta2 = static_cast<T>(beta2);
  step_.one_minus_beta2 = static_cast<T>(1 - beta2);
  step_.gradient_rate = static_cast<T>(rate * (1 - now) / (1 - momentum_product_));
  step_.mean_rate = static_cast<T>(rate * next / (1 - momentum_product_ * next));
  step_.epsilon = static_cast<T>(rule_.epsilon * correction2);
}

template <class T>
void Nadam<T>::update(std::size_t parameter, T* value, const T* gradient, std::size_t count,
                      const kernels::Adjustment<T>& adjustment) {
  const std::array<T*, 2> state{this->state_data(0, parameter), this->state_data(1, parameter)};
  kernels::update(step_, adjustment, value, gradient, state, count);
}

template class Nadam<float>;
template class Nadam<double>;

}  // namespace anneal
