#include "recording/parameter_sample.h"

#include <algorithm>
#include <numeric>

namespace anneal {

namespace {

std::size_t stride_of(const Tensor<float>& values, std::size_t most) {
  const std::size_t last = values.shape().back();
  std::size_t stride = std::max<std::size_t>(1, (values.size() + most - 1) / most);
  while (std::gcd(stride, last) != 1) ++stride;
  return stride;
}

}  // namespace

ParameterSample::ParameterSample(const Parameter<float>& parameter, std::size_t most)
    : parameter_(&parameter),
      stride_(stride_of(parameter.value, most)),
      earlier_((parameter.value.size() + stride_ - 1) / stride_) {}

}  // namespace anneal
