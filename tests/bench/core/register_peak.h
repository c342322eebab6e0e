// What the processor can do at most with the vectors of this build.
#pragma once

namespace anneal::bench {

// GFLOP/s of multiply-adds on one thread that touch registers alone: the best of several numbers of
// independent sums, so that neither latency nor too few registers limit it.
double register_peak();

}  // namespace anneal::bench
