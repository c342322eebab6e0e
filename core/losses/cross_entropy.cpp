#include "losses/cross_entropy.h"

#include <algorithm>
#include <cmath>

namespace anneal {

template <class T>
double cross_entropy(const T* logits, const Target& target, double scale, T* gradient) {
  const double largest = static_cast<double>(*std::max_element(logits, logits + target.classes));
  double sum = 0;           // of exp(logit - largest)
  double target_logit = 0;  // sum of target * (logit - largest)
  for (std::size_t c = 0; c < target.classes; ++c) {
    const double shifted = static_cast<double>(logits[c]) - largest;
    sum += std::exp(shifted);
    if (target[c] != 0) target_logit += target[c] * shifted;
  }
  if (gradient != nullptr) {
    for (std::size_t c = 0; c < target.classes; ++c) {
      const double softmax = std::exp(static_cast<double>(logits[c]) - largest) / sum;
      gradient[c] = static_cast<T>((softmax - target[c]) * scale);
    }
  }
  return std::log(sum) - target_logit;
}

template double cross_entropy(const float*, const Target&, double, float*);
template double cross_entropy(const double*, const Target&, double, double*);

}  // namespace anneal
