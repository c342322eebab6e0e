// Mean squared error of one sample against its smoothed one-hot label.
#pragma once

#include "losses/target.h"

namespace anneal {

// sum_c (outputs_c - target_c)^2 / classes. Where gradient is not null, it receives `scale` times
// the gradient by the outputs: 2 (outputs - target) / classes.
template <class T>
double mean_squared_error(const T* outputs, const Target& target, double scale, T* gradient);

}  // namespace anneal
