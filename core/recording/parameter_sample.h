// Some values of a parameter, evenly spread, with what they were before an update: how far a step
// moves the weights is measured on these, without a copy of all of them.
#pragma once

#include <cstddef>
#include <vector>

#include "tensor/parameter.h"

namespace anneal {

class ParameterSample {
 public:
  // All values where there are at most `most`. Otherwise every so many, by a stride that has no
  // divisor in common with the last axis, so that every filter and every unit has its share.
  // The parameter outlives the sample.
  ParameterSample(const Parameter<float>& parameter, std::size_t most);

  const Parameter<float>& parameter() const { return *parameter_; }
  std::size_t size() const { return earlier_.size(); }
  // How many values each of the sample stands for.
  double weight() const {
    return static_cast<double>(parameter_->value.size()) / static_cast<double>(size());
  }

  float value(std::size_t k) const { return parameter_->value.data()[k * stride_]; }
  float gradient(std::size_t k) const { return parameter_->gradient.data()[k * stride_]; }

  // Before an update: remembers the values for earlier().
  void keep() {
    for (std::size_t k = 0; k < size(); ++k) earlier_[k] = value(k);
  }
  float earlier(std::size_t k) const { return earlier_[k]; }

 private:
  const Parameter<float>* parameter_;
  std::size_t stride_;
  std::vector<float> earlier_;
};

}  // namespace anneal
