// Nadam, Adam with Nesterov's momentum (Dozat 2016), in the convention of PyTorch 2 (the one-tensor
// code of PyTorch 1 counted mu_t twice in the product of the next step).
#pragma once

#include <cstddef>
#include <span>

#include "kernels/update_rules.h"
#include "optim/optimizer.h"

namespace anneal {

// m, v as in Adam;   mu_t = beta1 * (1 - 0.96^(t * momentum_decay) / 2),   p_t = mu_1 * ... * mu_t
// w <- w - rate * (mu_(t+1) * m / (1 - p_t * mu_(t+1)) + (1 - mu_t) * g / (1 - p_t))
//            / (sqrt(v / (1 - beta2^t)) + epsilon),   t = 1, 2, ...
// State: "mean" m, "mean_square" v, and the scalar "momentum_product" p.
template <class T>
class Nadam final : public Optimizer<T> {
 public:
  Nadam(const NadamSettings& rule, const OptimizerSettings& settings,
        std::span<Parameter<T>* const> parameters);

 protected:
  void prepare(const StepOptions& options) override;
  void update(std::size_t parameter, T* value, const T* gradient, std::size_t count,
              const kernels::Adjustment<T>& adjustment) override;

 private:
  NadamSettings rule_;
  double momentum_product_ = 1;
  kernels::NadamRule<T> step_{};
};

}  // namespace anneal
