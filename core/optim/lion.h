// Lion, the evolved sign momentum (Chen et al. 2023, arXiv 2302.06675, Algorithm 2). The paper's
// weight decay is the decoupled one.
#pragma once

#include <cstddef>
#include <span>

#include "kernels/update_rules.h"
#include "optim/optimizer.h"

namespace anneal {

// w <- w - rate * sign(beta1 * m + (1 - beta1) * g),   m <- beta2 * m + (1 - beta2) * g
// State: "mean" m.
template <class T>
class Lion final : public Optimizer<T> {
 public:
  Lion(const LionSettings& rule, const OptimizerSettings& settings,
       std::span<Parameter<T>* const> parameters);

 protected:
  void prepare(const StepOptions& options) override;
  void update(std::size_t parameter, T* value, const T* gradient, std::size_t count,
              const kernels::Adjustment<T>& adjustment) override;

 private:
  LionSettings rule_;
  kernels::LionRule<T> step_{};
};

}  // namespace anneal
