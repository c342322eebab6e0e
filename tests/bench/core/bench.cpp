// Times training steps and matrix products of this build and prints the figures as JSON:
//   anneal_bench [threads [seconds [workload ...]]]
// A workload is a network of workloads.h, gemm-<size>, or "batches": networks at several batch
// sizes. The same source runs natively, in Node and in a page. Left out: data, evaluation and
// history, which a step of the page has besides.
#include <malloc.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <vector>

#include "base/random.h"
#include "kernels/gemm.h"
#include "kernels/simd.h"
#include "layer_times.h"
#include "layers/network.h"
#include "losses/loss.h"
#include "optim/allocation_count.h"
#include "optim/clip.h"
#include "optim/kinds.h"
#include "parallel/thread_pool.h"
#include "register_peak.h"
#include "timing.h"
#include "workloads.h"

namespace anneal::bench {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kLeastSteps = 5;

double allocated_bytes() {
#if defined(__GLIBC__)
  const auto info = mallinfo2();
#else
  const auto info = mallinfo();
#endif
  return static_cast<double>(info.uordblks) + static_cast<double>(info.hblkhd);
}

void fill(float* values, std::size_t count, std::uint64_t seed) {
  Random random(seed, stream_id("bench"));
  for (std::size_t i = 0; i < count; ++i) values[i] = static_cast<float>(random.uniform(-1, 1));
}

Json time_gemm(std::size_t size, double budget) {
  Tensor<float> a = zeros<float>({size * size}), b = a, c = a;
  fill(a.data(), a.size(), 1);
  fill(b.data(), b.size(), 2);
  const double seconds = median(repeat(budget, kLeastSteps, [&] {
    kernels::gemm<float>(size, size, size, {a.data(), size}, {b.data(), size}, c.data(), size);
  }));
  const double n = static_cast<double>(size);
  return {{"workload", "gemm-" + std::to_string(size)},
          {"milliseconds", 1e3 * seconds},
          {"gflops", 2e-9 * n * n * n / seconds}};
}

// What parameters, gradients, optimizer state and activations of a batch add up to.
double needed_bytes(const Workload& workload, const std::vector<LayerDescription>& layers,
                    Optimizer<float>& optimizer) {
  double values = static_cast<double>(workload.batch * element_count(workload.network.input));
  for (const LayerDescription& layer : layers) {
    values += static_cast<double>(2 * layer.parameters + workload.batch * layer.kept_values);
  }
  for (const auto& state : optimizer.state()) values += static_cast<double>(state.values.size());
  return sizeof(float) * values;
}

class Step {
 public:
  explicit Step(const Workload& workload)
      : workload_(workload),
        network_(workload.network, workload.batch, 1),
        optimizer_(make_optimizer<float>(workload.optimizer, network_.parameters())),
        classes_(network_.output_shape()[0]) {
    fill(network_.input(), workload.batch * element_count(workload.network.input), 3);
    Random random(4, stream_id("bench"));
    for (std::size_t i = 0; i < workload.batch; ++i) {
      labels_.push_back(static_cast<std::uint16_t>(random.below(classes_)));
    }
  }

  Network<float>& network() { return network_; }
  Optimizer<float>& optimizer() { return *optimizer_; }

  // As the trainer's: the norm of the gradients is what its history shows.
  void run() {
    const float* const outputs = network_.forward(workload_.batch, Mode::train);
    loss_ = batch_loss(LossSettings{}, outputs, labels_.data(), workload_.batch, classes_,
                       network_.output_gradient())
                .loss;
    network_.backward(workload_.batch);
    norm();
    update();
  }

  double loss() const { return loss_; }
  double norm() { return gradient_norm<float>(network_.parameters()); }
  void update() { optimizer_->step(network_.parameters(), 1e-4); }

 private:
  const Workload& workload_;
  Network<float> network_;
  std::unique_ptr<Optimizer<float>> optimizer_;
  std::size_t classes_;
  std::vector<std::uint16_t> labels_;
  double loss_ = 0;
};

Json time_workload(const Workload& workload, double budget) {
  const double before = allocated_bytes();
  Step step(workload);
  const double bytes = allocated_bytes() - before;
  step.run();
  const double first_loss = step.loss();
  const std::size_t allocations_before = testing::allocation_count();
  step.run();
  const std::size_t allocations = testing::allocation_count() - allocations_before;
  const std::vector<double> times = repeat(budget, kLeastSteps, [&] { step.run(); });
  const double seconds = median(times);
  const double last_loss = step.loss();

  const std::vector<LayerDescription> layers = describe(workload.network);
  double multiply_adds = 0;
  for (const LayerDescription& layer : layers) {
    multiply_adds += static_cast<double>(layer.multiply_adds);
  }
  const double images = static_cast<double>(workload.batch) / seconds;
  Json parts = Json::array();
  for (const LayerTime& time : layer_times(step.network(), workload.batch, budget / 2)) {
    parts.push_back({{"name", time.name},
                     {"forward_milliseconds", 1e3 * time.forward},
                     {"backward_milliseconds", 1e3 * time.backward}});
  }
  const double norm = median(repeat(budget / 8, kLeastSteps, [&] { step.norm(); }));
  const double update = median(repeat(budget / 8, kLeastSteps, [&] { step.update(); }));
  return {{"workload", workload.name},
          {"batch", workload.batch},
          {"multiply_adds", multiply_adds},
          {"milliseconds", 1e3 * seconds},
          {"steps", times.size()},
          {"losses", {first_loss, last_loss}},
          {"images_per_second", images},
          {"gflops", 6e-9 * multiply_adds * images},
          {"allocations", allocations},
          {"bytes", bytes},
          {"needed_bytes", needed_bytes(workload, layers, step.optimizer())},
          {"layers", parts},
          {"gradient_norm_milliseconds", 1e3 * norm},
          {"update_milliseconds", 1e3 * update}};
}

// Rounds take the batch sizes in turn, so that a disturbance meets all of them.
Json time_batches(const Workload& workload, double budget) {
  constexpr std::size_t kRounds = 5;
  std::vector<std::vector<double>> seconds(workload.batches.size());
  for (std::size_t round = 0; round < kRounds; ++round) {
    for (std::size_t i = 0; i < workload.batches.size(); ++i) {
      Workload sized = workload;
      sized.batch = workload.batches[i];
      Step step(sized);
      step.run();
      seconds[i].push_back(median(repeat(budget / kRounds, kLeastSteps, [&] { step.run(); })));
    }
  }
  Json sizes = Json::array();
  for (std::size_t i = 0; i < seconds.size(); ++i) {
    sizes.push_back({{"batch", workload.batches[i]}, {"milliseconds", 1e3 * median(seconds[i])}});
  }
  return {{"workload", workload.name}, {"sizes", sizes}};
}

Json run(std::size_t threads, double budget, std::span<char*> wanted) {
  set_thread_count(threads);
  Json results = Json::array();
  const auto is_wanted = [&](const std::string& name) {
    return wanted.empty() || std::find(wanted.begin(), wanted.end(), name) != wanted.end();
  };
  for (const Workload& workload : workloads()) {
    if (is_wanted(workload.name)) results.push_back(time_workload(workload, budget));
  }
  for (const std::size_t size : {512, 1024}) {
    if (is_wanted("gemm-" + std::to_string(size))) results.push_back(time_gemm(size, budget));
  }
  Json batches = Json::array();
  for (const Workload& workload : workloads()) {
    if (is_wanted("batches") && !workload.batches.empty()) {
      batches.push_back(time_batches(workload, budget));
    }
  }
  return {{"threads", thread_count()},
          {"vector_bytes", sizeof(kernels::Vector<float>)},
          {"register_peak_gflops", register_peak()},
          {"results", results},
          {"batches", batches}};
}

}  // namespace

}  // namespace anneal::bench

int main(int count, char** arguments) {
  const std::size_t threads = count > 1 ? std::strtoul(arguments[1], nullptr, 10) : 1;
  const double budget = count > 2 ? std::strtod(arguments[2], nullptr) : 1;
  const std::span<char*> wanted(arguments + std::min(count, 3),
                                static_cast<std::size_t>(std::max(count - 3, 0)));
  std::puts(anneal::bench::run(threads, budget, wanted).dump().c_str());
}
