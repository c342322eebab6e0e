// The processor's limit, to compare kernels with: multiply-adds on registers alone, in the vectors
// and with the multiply_add of this build.
#pragma once

#include <cstddef>

namespace anneal::kernels {

// Floating-point operations in a round: a multiply and an add for each lane of each accumulator.
extern const std::size_t kPeakOperationsPerRound;

// Runs so many rounds on float registers and returns a number that depends on all of them, so that
// nothing can be left out.
float peak_rounds(std::size_t rounds);

}  // namespace anneal::kernels
