// Sum of squares of an array, for norms of gradients and weights.
#pragma once

#include <cstddef>

namespace anneal::kernels {

// Sum of clamp(x, -limit, limit)^2; a limit of infinity clamps nothing, NaN stays NaN. Float lanes
// add up to a few thousand squares each, double the rest. The array is divided by its length alone
// and the parts are added in order, so that any number of threads gives the same bits.
template <class T>
double sum_of_squares(const T* x, std::size_t count, T limit);

}  // namespace anneal::kernels
