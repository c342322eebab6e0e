// Clipping of gradients. Neither writes to them: the limit and the factor go into the update's one
// pass over memory.
#pragma once

#include <optional>
#include <span>

#include "tensor/parameter.h"

namespace anneal {

// The Euclidean norm of all gradients together, as one vector; with a limit, of each element
// clamped to [-limit, limit] first. The same bits on any number of threads.
template <class T>
double gradient_norm(std::span<Parameter<T>* const> parameters,
                     std::optional<double> limit = std::nullopt);

// The factor min(1, most / (norm + 1e-6)) of PyTorch's clip_grad_norm_. A norm that is not a number
// gives one that is not, so that divergence is not hidden.
double clip_factor(double norm, double most);

}  // namespace anneal
