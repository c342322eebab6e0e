#include "optim/adagrad.h"

#include <array>

namespace anneal {

template <class T>
Adagrad<T>::Adagrad(const AdagradSettings& rule, const OptimizerSettings& settings,
                    std::span<Parameter<T>* const> parameters)
    : Optimizer<T>(settings, parameters), rule_(rule) {
  this->add_state("sum_square", static_cast<T>(rule.initial_accumulator));
}

template <class T>
void Adagrad<T>::use_momentum() {
  this->refuse_momentum();
}

template <class T>
void Adagrad<T>::prepare(const StepOptions& options) {
  step_ = {static_cast<T>(options.rate), static_cast<T>(rule_.epsilon)};
}

template <class T>
void Adagrad<T>::update(std::size_t parameter, T* value, const T* gradient, std::size_t count,
                        const kernels::Adjustment<T>& adjustment) {
  const std::array<T*, 1> state{this->state_data(0, parameter)};
  kernels::update(step_, adjustment, value, gradient, state, count);
}

template class Adagrad<float>;
template class Adagrad<double>;

}  // namespace anneal
