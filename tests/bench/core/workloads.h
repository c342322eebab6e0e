// The networks that are timed, as settings; sizes and optimizers as in the table of README.md.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "layers/kinds.h"
#include "optim/kinds.h"

namespace anneal::bench {

struct Workload {
  std::string name;
  NetworkSettings network;
  OptimizerSettings optimizer;
  std::size_t batch;
  std::vector<std::size_t> batches = {};  // that are compared; none: too large for that
};

// lenet, seed-32 and seed-224.
std::vector<Workload> workloads();

}  // namespace anneal::bench
