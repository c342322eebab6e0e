// Benchmark of training on this machine. This is the only file of the core that reads the clock;
// its results are never part of a history.
#pragma once

#include "experiment/experiment.h"

namespace anneal {

struct Speed {
  double images_per_second = 0;
  double step_milliseconds = 0;  // median
  double gigaflops = 0;          // 2 x 3 x multiply-adds of the network x images_per_second / 1e9
  // The peak of one thread, measured on registers alone. gigaflops / peak_gigaflops is the
  // efficiency of the kernels.
  double peak_gigaflops = 0;
  double threads = 1;
};

// Trains the network of the experiment, with its optimizer, batch size and loss, on random images
// for about `milliseconds`, at least three steps. Throws as Trainer does where the network is
// invalid.
Speed measure_speed(const Experiment& experiment, double milliseconds);

}  // namespace anneal
