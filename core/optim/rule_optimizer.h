// The optimizer of an update rule R, whose settings give
//   states          names of the tensors that it keeps for each parameter; they start at 0, or at
//                   initial_state()
//   centered_state  of one more such tensor, with the setting `centered`
//   scalar          the name of a number that it keeps, from 1
//   kernel<T>(step) the kernel with the scalars of a step, or a variant of kernels, of which each
//                   takes as many states as it says
// With Momentum::velocity a tensor "velocity" follows the others.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <utility>
#include <variant>

#include "kernels/update.h"
#include "optim/optimizer.h"
#include "optim/update_rule.h"

namespace anneal {

template <class T, class R>
class RuleOptimizer final : public Optimizer<T> {
 public:
  RuleOptimizer(const R& rule, const AdjustmentSettings& settings,
                std::span<Parameter<T>* const> parameters)
      : Optimizer<T>(settings, parameters), rule_(rule) {
    T initial = 0;
    if constexpr (requires { rule.initial_state(); })
      initial = static_cast<T>(rule.initial_state());
    for (const char* name : R::states) this->add_state(name, initial);
    if constexpr (requires { R::centered_state; }) {
      if (rule.centered) this->add_state(R::centered_state);
    }
    if constexpr (requires { R::scalar; }) this->add_scalar(R::scalar, &scalar_);
    if constexpr (R::momentum_kind == Momentum::velocity) {
      if (rule.momentum > 0) use_momentum();
    }
  }

  void use_momentum() override {
    if constexpr (R::momentum_kind == Momentum::none) this->refuse_momentum(R::type);
    if constexpr (R::momentum_kind == Momentum::velocity) {
      if (!has_velocity_) this->add_state("velocity");
      has_velocity_ = true;
    }
  }

 protected:
  void prepare(const StepOptions& options) override {
    if constexpr (R::momentum_kind == Momentum::velocity) {
      this->check_momentum(options, has_velocity_);
    }
    kernel_ = rule_.template kernel<T>(
        {options.rate, options.momentum, this->steps(), has_velocity_, &scalar_});
  }

  void update(std::size_t parameter, T* value, const T* gradient, std::size_t count,
              const kernels::Adjustment<T>& adjustment) override {
    const auto run = [&]<class Kernel>(const Kernel& kernel) {
      std::array<T*, Kernel::states> state;
      for (std::size_t k = 0; k < state.size(); ++k) state[k] = this->state_data(k, parameter);
      kernels::update(kernel, adjustment, value, gradient, state, count);
    };
    if constexpr (requires { std::variant_size<Kernel>::value; }) {
      std::visit(run, kernel_);
    } else {
      run(kernel_);
    }
  }

 private:
  using Kernel = decltype(std::declval<const R&>().template kernel<T>(std::declval<RuleStep>()));

  R rule_;
  bool has_velocity_ = false;
  double scalar_ = 1;
  Kernel kernel_ = {};
};

}  // namespace anneal
