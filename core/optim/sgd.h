// Stochastic gradient descent, with momentum (Polyak 1964) and Nesterov's variant of it (Sutskever
// et al. 2013), in PyTorch's convention: the rate multiplies the velocity, not the gradient in it,
// so that a change of the rate acts at once. Dampening is left out.
#pragma once

#include <cstddef>
#include <span>

#include "kernels/update_rules.h"
#include "optim/optimizer.h"

namespace anneal {

// v <- momentum * v + g,   w <- w - rate * v,   with nesterov   w <- w - rate * (g + momentum * v)
// State: "velocity" v, unless the momentum is 0 and stays so.
template <class T>
class Sgd final : public Optimizer<T> {
 public:
  Sgd(const SgdSettings& rule, const OptimizerSettings& settings,
      std::span<Parameter<T>* const> parameters);

  void use_momentum() override;

 protected:
  void prepare(const StepOptions& options) override;
  void update(std::size_t parameter, T* value, const T* gradient, std::size_t count,
              const kernels::Adjustment<T>& adjustment) override;

 private:
  SgdSettings rule_;
  bool has_velocity_ = false;
  kernels::SgdRule<T> plain_{};
  kernels::MomentumRule<T, false> heavy_{};
  kernels::MomentumRule<T, true> nesterov_{};
};

}  // namespace anneal
