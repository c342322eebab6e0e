// The processor's limit, to compare kernels with: multiply-adds on registers alone, in the vectors
// and with the multiply_add of this build.
#pragma once

#include <array>
#include <cstddef>

namespace anneal::kernels {

// A loop over so many independent sums.
struct PeakLoop {
  std::size_t operations;  // floating-point operations in a round, over all lanes
  // Runs so many rounds and returns a number that depends on all of them, so that nothing can be
  // left out. To be called through this pointer, often and for about a tenth of a millisecond each:
  // a browser compiles at its best what is a function and has been called for a while.
  float (*run)(std::size_t rounds);
};

// With 8, 10 and 12 sums: the fastest of them is the limit, neither held up by latency nor by too
// few registers.
std::array<PeakLoop, 3> peak_loops();

}  // namespace anneal::kernels
