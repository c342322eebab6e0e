// Everything that an update changes, as one list of views: parameters, running statistics and
// optimizer state. Whatever saves or restores it (checkpoints, the last good state, the range test)
// uses this list, so that no part is forgotten. Left out: position and history of the run.
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

// The views are valid while network and optimizer live, until Optimizer::use_momentum().
TrainingState training_state(const Network<float>& network, Optimizer<float>& optimizer);

// A copy of the values of a state. Allocates on construction only.
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
