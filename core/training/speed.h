// How fast this build trains a network on this machine, and how fast it could at best. The one file
// of the core that looks at the clock: its results are about the machine and belong in no history.
#pragma once

#include "experiment/experiment.h"

namespace anneal {

struct Speed {
  double images_per_second = 0;
  double step_milliseconds = 0;  // the median
  double gigaflops = 0;          // 2 x 3 x the network's multiply-adds x images_per_second / 1e9
  // On registers alone, on one thread; the share of it that training reaches is the measure of its
  // kernels.
  double peak_gigaflops = 0;
  double threads = 1;
};

// Trains the experiment's network with its optimizer, batch size and loss on images of noise, for
// about that long, at least three steps. Throws as Trainer does where the network cannot work.
Speed measure_speed(const Experiment& experiment, double milliseconds);

}  // namespace anneal
