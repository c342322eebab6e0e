// What the outputs for one sample should be: its label, smoothed (Szegedy et al., 2015).
#pragma once

#include <cstddef>

namespace anneal {

struct Target {
  std::size_t label;
  std::size_t classes;
  double smoothing;

  // (1 - smoothing) [c = label] + smoothing / classes
  double operator[](std::size_t c) const {
    return smoothing / static_cast<double>(classes) + (c == label ? 1 - smoothing : 0);
  }
};

}  // namespace anneal
