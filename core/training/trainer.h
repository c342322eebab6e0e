// A run: steps an experiment through its batches and keeps the history. No threads of its own, no
// call-backs; who calls decides how long a slice of the run is, and how it is sliced leaves no
// trace in the history.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "data/batches.h"
#include "experiment/experiment.h"
#include "layers/network.h"
#include "losses/loss.h"
#include "optim/optimizer.h"
#include "recording/confusion.h"
#include "recording/epoch_sums.h"
#include "recording/histograms.h"
#include "recording/history.h"
#include "recording/layer_statistics.h"
#include "recording/sample_outcomes.h"
#include "training/divergence.h"
#include "training/run_data.h"
#include "training/training_state.h"

namespace anneal {

// Where a run stands, beside its history and its training_state. In the middle of an evaluation it
// is at the evaluation's beginning, which leaves no trace.
struct RunPosition {
  std::int64_t step = 0;  // updates done
  bool evaluating = false;
  EpochSums training;
  std::optional<schedules::PlateauState> plateau;
  // Whether the plateau decided the rate of the epoch's last step, and so takes in its metric.
  bool plateau_listens = false;
  // Whether the optimizer was asked to make room for a momentum that a schedule moves.
  bool momentum_moves = false;
};

class Trainer {
 public:
  // Throws Error (experiment) where the network does not fit the images.
  Trainer(Experiment experiment, RunData data);

  // With the schedule that is in force.
  const Experiment& experiment() const { return experiment_; }
  // The filled-in document as it was at the start.
  const Json& document() const { return document_; }
  const RunData& data() const { return data_; }
  const History& history() const { return history_; }
  Network<float>& network() { return network_; }
  std::size_t output_classes() const { return network_.output_shape()[0]; }
  // How held-out images become what the network sees.
  const Batches& validation() const { return validation_; }
  const SampleOutcomes& sample_outcomes() const { return sample_outcomes_; }

  std::int64_t steps_done() const { return position_.step; }
  std::int64_t steps_per_epoch() const { return history_.steps_per_epoch(); }
  std::int64_t total_steps() const;

  // Between an epoch's last update and the end of its evaluation on the held-out images.
  bool evaluating() const { return position_.evaluating; }
  bool finished() const { return steps_done() == total_steps() && !evaluating(); }

  // The next piece of work, at most a batch long: an update (batch, forward, loss, backward, rate
  // of the schedule, optimizer), or, after an epoch's last update, one batch of its evaluation.
  // Throws Error (state) when the run is finished or has diverged.
  void advance();

  // Set by an advance() whose loss or gradient ran away. Its update was not made; weights and
  // optimizer are those of the last good step, which is steps_done() now, while the history shows
  // the way up to the fall. Null otherwise.
  const Divergence* divergence() const { return divergence_ ? &*divergence_ : nullptr; }

  // After a divergence: the history ends at steps_done() too, and the run can go on from there,
  // with another schedule best.
  void recover();

  // The rate that the next update will use.
  double next_rate() const;

  // From the next update on. The steps done keep their rates; the history notes the change.
  void set_schedule(Schedule schedule);

  // The state of the schedule's plateau; null where it has none.
  const schedules::PlateauState* plateau() const {
    return position_.plateau ? &*position_.plateau : nullptr;
  }

  // An update that the run does not count: batch number `index`, counted from the beginning of the
  // epoch that is under way, at that rate, and nothing recorded. Returns the loss before it; makes
  // no update, and returns the loss, where that or the gradient is not finite. Who calls it puts
  // back state().
  double try_update(std::size_t index, double rate);

  // From now on the run keeps histograms, which has no effect on it. Once is enough; asked for a
  // fine record, one that was coarse is refined.
  void keep_histograms(Detail detail = Detail::fine);
  // Null until they were asked for.
  const Histograms* histograms() const { return histograms_.get(); }

  // What an update changes; to be asked for anew after set_schedule.
  const TrainingState& state() const { return state_; }

  // The rest of what the next step depends on.
  const RunPosition& position() const { return position_; }
  std::span<const LayerRow> layer_rows() const { return watch_.rows(); }

  // Without rows, with room for the whole run.
  History empty_history() const;

  // Puts a run where another of the same experiment and data stood: the schedule in force, the
  // history, the position and the layers' rows; state() is then to be filled. Before the first
  // step only.
  void restore(Schedule schedule, History history, RunPosition position,
               std::span<const LayerRow> layers);

 private:
  Progress progress() const { return {steps_done(), steps_per_epoch(), total_steps()}; }
  BatchLoss forward(Batches& batches, std::size_t epoch, std::size_t index, Pass pass);
  void prepare_for(const Schedule& schedule);
  void update();
  void keep_good_state();
  void diverge(DivergenceReason reason, const StepRow& row);
  void begin_evaluation();
  void evaluate_batch();
  void finish_epoch();

  Experiment experiment_;
  Json document_;
  RunData data_;
  Network<float> network_;
  std::unique_ptr<Optimizer<float>> optimizer_;
  LayerWatch watch_;
  std::unique_ptr<Histograms> histograms_;
  Batches training_;
  Batches validation_;
  Confusion confusion_;  // of the evaluation
  SampleOutcomes sample_outcomes_;
  History history_;
  std::vector<std::uint16_t> labels_;  // of the batch
  const float* outputs_ = nullptr;     // of the batch
  std::size_t batch_ = 0;              // images in the batch
  RunPosition position_;
  std::size_t evaluated_ = 0;  // batches
  EpochSums validation_sums_;
  TrainingState state_;
  std::optional<StateCopy> good_;  // state_ at a step whose loss was fine
  RunPosition good_position_;
  bool good_known_ = false;  // else it is copied before the next step, for want of a better one
  bool good_due_ = false;    // to be copied at the next step whose loss is fine
  std::optional<Divergence> divergence_;
};

}  // namespace anneal
