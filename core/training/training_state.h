// What an update changes, as one list of views: the network's parameters and running statistics,
// and everything that the optimizer remembers. Whoever has to save it or put it back (a checkpoint,
// the last good state, a learning-rate range test) goes by this list, so that none forgets a part.
// Left out: where the run stands and what it has recorded.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "layers/network.h"
#include "optim/optimizer.h"

namespace anneal {

struct TrainingState {
  std::vector<StateTensor<float>> tensors;  // "layers.0.weight", ..., "layers.0.weight.velocity"
  std::vector<StateScalar> scalars;         // "steps", ...
};

// The views hold while network and optimizer live and the optimizer is given no momentum.
TrainingState training_state(const Network<float>& network, Optimizer<float>& optimizer);

// Values of a state. Room for them is taken once.
class StateCopy {
 public:
  explicit StateCopy(const TrainingState& state);

  void save(const TrainingState& state);
  void restore(const TrainingState& state) const;

 private:
  std::vector<float> values_;
  std::vector<double> scalars_;
};

}  // namespace anneal
