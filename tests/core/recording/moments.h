// Which steps a record of histograms has moments of.
#pragma once

#include <cstdint>
#include <vector>

#include "recording/histograms.h"

namespace anneal::testing {

inline std::vector<std::int64_t> steps_of(const Histograms& histograms) {
  std::vector<std::int64_t> steps;
  for (const Histograms::Moment& moment : histograms.moments()) steps.push_back(moment.step);
  return steps;
}

}  // namespace anneal::testing
