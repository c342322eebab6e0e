// Adadelta (Zeiler 2012, arXiv 1212.5701), in PyTorch's convention: the paper's update times a
// rate, for which the paper has 1.
#pragma once

#include <cstddef>
#include <span>

#include "kernels/update_rules.h"
#include "optim/optimizer.h"

namespace anneal {

// s <- rho * s + (1 - rho) * g^2,   d = g * sqrt(u + epsilon) / sqrt(s + epsilon)
// u <- rho * u + (1 - rho) * d^2,   w <- w - rate * d
// State: "mean_square" s, "mean_square_update" u.
template <class T>
class Adadelta final : public Optimizer<T> {
 public:
  Adadelta(const AdadeltaSettings& rule, const OptimizerSettings& settings,
           std::span<Parameter<T>* const> parameters);

  void use_momentum() override;

 protected:
  void prepare(const StepOptions& options) override;
  void update(std::size_t parameter, T* value, const T* gradient, std::size_t count,
              const kernels::Adjustment<T>& adjustment) override;

 private:
  AdadeltaSettings rule_;
  kernels::AdadeltaRule<T> step_{};
};

}  // namespace anneal
