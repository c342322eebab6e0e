// An evenly spread sample of the values of a parameter, with a copy of their previous values. It
// measures the size of an update without a copy of the whole tensor.
#pragma once

#include <cstddef>
#include <vector>

#include "tensor/parameter.h"

namespace anneal {

class ParameterSample {
 public:
  // Samples every value if there are at most `max_size`, else every `stride`-th. The stride has no
  // common divisor with the size of the last axis, so that every filter and every unit is sampled.
  // The parameter must outlive the sample.
  ParameterSample(const Parameter<float>& parameter, std::size_t max_size);

  const Parameter<float>& parameter() const { return *parameter_; }
  std::size_t size() const { return previous_.size(); }
  // The number of values that each sampled value represents.
  double weight() const {
    return static_cast<double>(parameter_->value.size()) / static_cast<double>(size());
  }

  float value(std::size_t k) const { return parameter_->value.data()[k * stride_]; }
  float gradient(std::size_t k) const { return parameter_->gradient.data()[k * stride_]; }

  // Saves the current values for previous(). To be called before an update.
  void save_values() {
    for (std::size_t k = 0; k < size(); ++k) previous_[k] = value(k);
  }
  float previous(std::size_t k) const { return previous_[k]; }

 private:
  const Parameter<float>* parameter_;
  std::size_t stride_;
  std::vector<float> previous_;
};

}  // namespace anneal
