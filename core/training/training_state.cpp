#include "training/training_state.h"

#include <algorithm>

namespace anneal {

TrainingState training_state(const Network<float>& network, Optimizer<float>& optimizer) {
  TrainingState state;
  const auto add = [&](const std::string& name, Tensor<float>& tensor) {
    state.tensors.push_back({name, {tensor.data(), tensor.size()}});
  };
  for (Parameter<float>* parameter : network.parameters()) add(parameter->name, parameter->value);
  for (Buffer<float>* buffer : network.buffers()) add(buffer->name, buffer->value);
  for (StateTensor<float>& tensor : optimizer.state()) state.tensors.push_back(tensor);
  state.scalars = optimizer.scalars();
  return state;
}

StateCopy::StateCopy(const TrainingState& state) : scalars_(state.scalars.size()) {
  std::size_t count = 0;
  for (const StateTensor<float>& tensor : state.tensors) count += tensor.values.size();
  values_.resize(count);
  save(state);
}

void StateCopy::save(const TrainingState& state) {
  float* to = values_.data();
  for (const StateTensor<float>& tensor : state.tensors) {
    to = std::copy(tensor.values.begin(), tensor.values.end(), to);
  }
  for (std::size_t i = 0; i < scalars_.size(); ++i) scalars_[i] = *state.scalars[i].value;
}

void StateCopy::restore(const TrainingState& state) const {
  const float* from = values_.data();
  for (const StateTensor<float>& tensor : state.tensors) {
    std::copy_n(from, tensor.values.size(), tensor.values.data());
    from += tensor.values.size();
  }
  for (std::size_t i = 0; i < scalars_.size(); ++i) *state.scalars[i].value = scalars_[i];
}

}  // namespace anneal
