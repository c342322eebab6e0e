// RMSprop (Hinton, Neural Networks for Machine Learning, lecture 6e; centered: Graves 2013, arXiv
// 1308.0850), in PyTorch's convention: epsilon is added to the root (TensorFlow adds it below).
#pragma once

#include <cstddef>
#include <span>

#include "kernels/update_rules.h"
#include "optim/optimizer.h"

namespace anneal {

// s <- alpha * s + (1 - alpha) * g^2,   a <- alpha * a + (1 - alpha) * g  (centered)
// d = g / (sqrt(s - a^2) + epsilon),   a = 0 unless centered
// w <- w - rate * d,   with momentum   v <- momentum * v + d,   w <- w - rate * v
// State: "mean_square" s; "mean" a if centered; "velocity" v unless the momentum is 0 and stays so.
template <class T>
class Rmsprop final : public Optimizer<T> {
 public:
  Rmsprop(const RmspropSettings& rule, const OptimizerSettings& settings,
          std::span<Parameter<T>* const> parameters);

  void use_momentum() override;

 protected:
  void prepare(const StepOptions& options) override;
  void update(std::size_t parameter, T* value, const T* gradient, std::size_t count,
              const kernels::Adjustment<T>& adjustment) override;

 private:
  template <bool kCentered, bool kMomentum>
  void update_as(std::size_t parameter, T* value, const T* gradient, std::size_t count,
                 const kernels::Adjustment<T>& adjustment);

  RmspropSettings rule_;
  bool has_velocity_ = false;
  double rate_ = 0;
  double momentum_ = 0;
};

}  // namespace anneal
