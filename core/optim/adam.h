// Adam (Kingma and Ba 2015, arXiv 1412.6980), in PyTorch's convention: epsilon is added to the
// bias-corrected root. With weight_decay and decay_mode decoupled it is AdamW (Loshchilov and
// Hutter 2019, arXiv 1711.05101).
#pragma once

#include <cstddef>
#include <span>

#include "kernels/update_rules.h"
#include "optim/optimizer.h"

namespace anneal {

// m <- beta1 * m + (1 - beta1) * g,   v <- beta2 * v + (1 - beta2) * g^2
// w <- w - rate * (m / (1 - beta1^t)) / (sqrt(v / (1 - beta2^t)) + epsilon),   t = 1, 2, ...
// State: "mean" m, "mean_square" v. Both bias corrections are folded into the step's rate and
// epsilon: with c = sqrt(1 - beta2^t),   w <- w - (rate * c / (1 - beta1^t)) * m / (sqrt(v) +
// epsilon * c).
template <class T>
class Adam final : public Optimizer<T> {
 public:
  Adam(const AdamSettings& rule, const OptimizerSettings& settings,
       std::span<Parameter<T>* const> parameters);

 protected:
  void prepare(const StepOptions& options) override;
  void update(std::size_t parameter, T* value, const T* gradient, std::size_t count,
              const kernels::Adjustment<T>& adjustment) override;

 private:
  AdamSettings rule_;
  kernels::AdamRule<T> step_{};
};

}  // namespace anneal
