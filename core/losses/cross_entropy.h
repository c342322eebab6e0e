// Softmax cross-entropy of one sample.
#pragma once

#include "losses/target.h"

namespace anneal {

// -sum_c target_c log softmax(logits)_c. Where gradient is not null, it receives `scale` times the
// gradient by the logits: softmax(logits) - target. Stable for logits of any size.
template <class T>
double cross_entropy(const T* logits, const Target& target, double scale, T* gradient);

}  // namespace anneal
