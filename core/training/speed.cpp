#include "training/speed.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <memory>
#include <vector>

#include "base/random.h"
#include "kernels/peak.h"
#include "layers/network.h"
#include "optim/clip.h"
#include "training/memory.h"
#include "training/threads.h"

namespace anneal {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kFewestSteps = 3;
constexpr std::size_t kMostSteps = 10000;
// So small a rate that training on noise does not diverge.
constexpr double kRate = 1e-6;

double milliseconds_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

// The fastest of many short runs: other load on the machine only slows a run down.
double peak_gigaflops() {
  constexpr std::size_t kRounds = 1 << 15;
  constexpr std::size_t kCalls = 16;  // about a millisecond in all, because clocks may be coarse
  constexpr double kLongEnough = 250;
  const auto loops = kernels::peak_loops();
  double best = 0;
  volatile float kept = 0;
  const auto begin = Clock::now();
  while (milliseconds_since(begin) < kLongEnough) {
    for (const kernels::PeakLoop& loop : loops) {
      const auto start = Clock::now();
      for (std::size_t call = 0; call < kCalls; ++call) kept = loop.run(kRounds);
      const auto operations = static_cast<double>(kCalls * kRounds * loop.operations);
      best = std::max(best, operations / milliseconds_since(start) / 1e6);
    }
  }
  static_cast<void>(kept);
  return best;
}

}  // namespace

Speed measure_speed(const Experiment& experiment, double milliseconds) {
  const std::size_t batch = experiment.training.batch_size;
  check_network_memory(experiment.network, batch);
  Network<float> network(experiment.network, batch, experiment.seed);
  const auto optimizer = make_optimizer<float>(experiment.optimizer, network.parameters());
  const std::size_t classes = element_count(network.output_shape());
  Random random(experiment.seed, stream_id("speed"));
  const std::size_t values = batch * element_count(network.input_shape());
  std::generate_n(network.input(), values, [&] { return static_cast<float>(random.uniform()); });
  std::vector<std::uint16_t> labels(batch);
  for (std::uint16_t& label : labels) label = static_cast<std::uint16_t>(random.below(classes));

  const auto step = [&](std::uint64_t number) {
    const auto start = Clock::now();
    const float* outputs = network.forward(batch, Pass(Mode::train, number));
    batch_loss(experiment.loss, outputs, labels.data(), batch, classes, network.output_gradient());
    network.backward(batch);
    gradient_norm<float>(network.parameters());
    optimizer->step(network.parameters(), kRate);
    return milliseconds_since(start);
  };
  step(0);  // touches all memory once
  std::vector<double> times;
  const auto start = Clock::now();
  while (times.size() < kFewestSteps ||
         (times.size() < kMostSteps && milliseconds_since(start) < milliseconds)) {
    times.push_back(step(times.size() + 1));
  }

  double multiply_adds = 0;
  for (const LayerDescription& layer : describe(experiment.network)) {
    multiply_adds += static_cast<double>(layer.multiply_adds);
  }
  Speed speed;
  speed.step_milliseconds = median(times);
  speed.images_per_second = 1000 * static_cast<double>(batch) / speed.step_milliseconds;
  speed.gigaflops = 2 * 3 * multiply_adds * speed.images_per_second / 1e9;
  speed.peak_gigaflops = peak_gigaflops();
  speed.threads = static_cast<double>(threads());
  return speed;
}

}  // namespace anneal
