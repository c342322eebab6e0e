#include "optim/clip.h"

#include <cmath>
#include <limits>

#include "kernels/sum_of_squares.h"

namespace anneal {

template <class T>
double gradient_norm(std::span<Parameter<T>* const> parameters, std::optional<double> limit) {
  const T bound = static_cast<T>(limit.value_or(std::numeric_limits<T>::infinity()));
  double sum = 0;
  for (const Parameter<T>* parameter : parameters) {
    const Tensor<T>& gradient = parameter->gradient;
    sum += kernels::sum_of_squares(gradient.data(), gradient.size(), bound);
  }
  return std::sqrt(sum);
}

double clip_factor(double norm, double most) {
  const double factor = most / (norm + 1e-6);
  return factor >= 1 ? 1 : factor;
}

template double gradient_norm(std::span<Parameter<float>* const>, std::optional<double>);
template double gradient_norm(std::span<Parameter<double>* const>, std::optional<double>);

}  // namespace anneal
