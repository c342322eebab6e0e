// The steps of the snapshots of a record.
#pragma once

#include <cstdint>
#include <vector>

#include "recording/histograms.h"

namespace anneal::testing {

inline std::vector<std::int64_t> steps_of(const Histograms& histograms) {
  std::vector<std::int64_t> steps;
  for (const Histograms::Snapshot& snapshot : histograms.snapshots())
    steps.push_back(snapshot.step);
  return steps;
}

}  // namespace anneal::testing
