// Adagrad (Duchi, Hazan and Singer 2011), in PyTorch's convention: epsilon is added to the root.
// PyTorch's own decay of the rate is left out: that is the schedule inverse_time.
#pragma once

#include <cstddef>
#include <span>

#include "kernels/update_rules.h"
#include "optim/optimizer.h"

namespace anneal {

// s <- s + g^2,   w <- w - rate * g / (sqrt(s) + epsilon)
// State: "sum_square" s, from initial_accumulator.
template <class T>
class Adagrad final : public Optimizer<T> {
 public:
  Adagrad(const AdagradSettings& rule, const OptimizerSettings& settings,
          std::span<Parameter<T>* const> parameters);

  void use_momentum() override;

 protected:
  void prepare(const StepOptions& options) override;
  void update(std::size_t parameter, T* value, const T* gradient, std::size_t count,
              const kernels::Adjustment<T>& adjustment) override;

 private:
  AdagradSettings rule_;
  kernels::AdagradRule<T> step_{};
};

}  // namespace anneal
