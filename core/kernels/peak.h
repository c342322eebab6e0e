// Peak arithmetic of the processor, as a reference for kernels: multiply-adds on registers alone,
// with the vectors and the multiply_add of this build.
#pragma once

#include <array>
#include <cstddef>

namespace anneal::kernels {

// A loop over several independent sums.
struct PeakLoop {
  std::size_t operations;  // floating-point operations per round, over all lanes
  // Runs `rounds` rounds and returns a number that depends on all of them, so that nothing is
  // optimised away. Call it through this pointer, many times and for about a tenth of a millisecond
  // each: a browser compiles functions fully only after several calls.
  float (*run)(std::size_t rounds);
};

// Loops with 8, 10 and 12 sums. The fastest one is the peak: enough sums to hide latency, few
// enough for the registers.
std::array<PeakLoop, 3> peak_loops();

}  // namespace anneal::kernels
