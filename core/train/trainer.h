// A run: steps an experiment through its batches and keeps the history. No threads of its own, no
// call-backs; who calls decides how long a slice of the run is, and how it is sliced leaves no
// trace in the history.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "data/batches.h"
#include "layers/network.h"
#include "losses/loss.h"
#include "optim/optimizer.h"
#include "train/experiment.h"
#include "train/history.h"
#include "train/run_data.h"

namespace anneal {

class Trainer {
 public:
  // Throws Error (experiment) where the network does not fit the images.
  Trainer(Experiment experiment, RunData data);

  const Experiment& experiment() const { return experiment_; }
  const History& history() const { return history_; }
  Network<float>& network() { return network_; }

  std::int64_t steps_done() const { return step_; }
  std::int64_t steps_per_epoch() const { return history_.steps_per_epoch(); }
  std::int64_t total_steps() const;

  // Between an epoch's last update and the end of its evaluation on the held-out images.
  bool evaluating() const { return evaluating_; }
  bool finished() const { return step_ == total_steps() && !evaluating_; }

  // The next piece of work, at most a batch long: an update (batch, forward, loss, backward, rate
  // of the schedule, optimizer), or, after an epoch's last update, one batch of its evaluation.
  // Throws Error (state) when the run is finished.
  void advance();

  // The rate that the next update will use.
  double next_rate() const;

  // From the next update on. The steps done keep their rates; the history notes the change.
  void set_schedule(Schedule schedule);

  // The state of the schedule's plateau; null where it has none.
  const schedules::PlateauState* plateau() const { return plateau_ ? &*plateau_ : nullptr; }

 private:
  // Sums over the images of a part of the data, seen so far in an epoch.
  struct Sums {
    double loss = 0;
    std::size_t correct = 0;
    std::size_t images = 0;

    void add(const BatchLoss& batch, std::size_t size);
    double mean_loss() const;
    double accuracy() const;
  };

  Progress progress() const { return {step_, steps_per_epoch(), total_steps()}; }
  BatchLoss forward(Batches& batches, std::int64_t epoch, std::size_t index, Mode mode);
  void prepare_for(const Schedule& schedule);
  void update();
  void evaluate_batch();
  void finish_epoch();

  Experiment experiment_;
  RunData data_;
  Network<float> network_;
  std::unique_ptr<Optimizer<float>> optimizer_;
  Batches training_;
  Batches validation_;
  History history_;
  std::vector<std::uint16_t> labels_;  // of the batch
  std::size_t batch_ = 0;              // images in the batch
  std::int64_t step_ = 0;
  bool evaluating_ = false;
  std::size_t evaluated_ = 0;  // batches
  Sums training_sums_;
  Sums validation_sums_;
  std::optional<schedules::PlateauState> plateau_;
  // Whether the plateau decided the rate of the epoch's last step, and so takes in its metric.
  bool plateau_listens_ = false;
};

}  // namespace anneal
