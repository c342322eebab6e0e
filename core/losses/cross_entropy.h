// Softmax cross-entropy over class labels, with label smoothing.
#pragma once

#include <cstddef>
#include <cstdint>

namespace anneal {

struct BatchLoss {
  double loss = 0;  // the mean over the batch
  std::size_t correct =
      0;  // samples whose largest logit is that of their label (the first, if equal)
};

// logits [batch, classes], labels [batch]. The loss of a sample is
//   -sum_c q_c log softmax(logits)_c,   q_c = (1 - smoothing) [c = label] + smoothing / classes,
// as PyTorch's cross_entropy (label_smoothing); smoothing in [0, 1). Where gradient is not null, it
// receives the gradient of the mean loss by the logits: (softmax - q) / batch.
// Sums are in double and in the order of the samples.
template <class T>
BatchLoss cross_entropy(const T* logits, const std::uint16_t* labels, std::size_t batch,
                        std::size_t classes, double smoothing, T* gradient);

}  // namespace anneal
