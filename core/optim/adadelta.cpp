#include "optim/adadelta.h"

#include <array>

namespace anneal {

template <class T>
Adadelta<T>::Adadelta(const AdadeltaSettings& rule, const OptimizerSettings& settings,
                      std::span<Parameter<T>* const> parameters)
    : Optimizer<T>(settings, parameters), rule_(rule) {
  this->add_state("mean_square");
  this->add_state("mean_square_update");
}

template <class T>
void Adadelta<T>::use_momentum() {
  this->refuse_momentum();
}

template <class T>
void Adadelta<T>::prepare(const StepOptions& options) {
  step_ = {static_cast<T>(rule_.rho), static_cast<T>(1 - rule_.rho), static_cast<T>(options.rate),
           static_cast<T>(rule_.epsilon)};
}

template <class T>
void Adadelta<T>::update(std::size_t parameter, T* value, const T* gradient, std::size_t count,
                         const kernels::Adjustment<T>& adjustment) {
  const std::array<T*, 2> state{this->state_data(0, parameter), this->state_data(1, parameter)};
  kernels::update(step_, adjustment, value, gradient, state, count);
}

template class Adadelta<float>;
template class Adadelta<double>;

}  // namespace anneal
