#include "recording/parameter_sample.h"

#include <algorithm>
#include <numeric>

namespace anneal {

namespace {

std::size_t stride_of(const Tensor<float>& values, std::size_t max_size) {
  const std::size_t last = values.shape().back();
  std::size_t stride = std::max<std::size_t>(1, (values.size() + max_size - 1) / max_size);
  while (std::gcd(stride, last) != 1) ++stride;
  return stride;
}

}  // namespace

ParameterSample::ParameterSample(const Parameter<float>& parameter, std::size_t max_size)
    : parameter_(&parameter),
      stride_(stride_of(parameter.value, max_size)),
      previous_((parameter.value.size() + stride_ - 1) / stride_) {}

}  // namespace anneal
