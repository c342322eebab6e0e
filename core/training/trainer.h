// A run: trains the network of an experiment step by step and records the history. It starts no
// threads of its own and calls nothing back. The caller decides how many steps to make at a time;
// the history does not depend on it.
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
#include "optim/kinds.h"
#include "recording/confusion_matrix.h"
#include "recording/epoch_sums.h"
#include "recording/histograms.h"
#include "recording/history.h"
#include "recording/layer_statistics.h"
#include "recording/sample_results.h"
#include "training/divergence.h"
#include "training/run_data.h"
#include "training/training_state.h"

namespace anneal {

// The position of a run, in addition to its history and its training_state. During an evaluation it
// is that of the start of the evaluation.
struct RunPosition {
  std::int64_t step = 0;  // updates made
  bool evaluating = false;
  EpochSums training;
  std::optional<schedules::PlateauState> plateau;
  // Whether a plateau schedule set the rate of the last step of the epoch. It then receives the
  // metric of the epoch.
  bool plateau_active = false;
  // Whether a schedule changes the momentum, for which the optimizer allocates state.
  bool momentum_moves = false;
};

class Trainer {
 public:
  // Throws Error (experiment) where the network does not fit the images.
  Trainer(Experiment experiment, RunData data);

  // With the current schedule.
  const Experiment& experiment() const { return experiment_; }
  // The document with all defaults filled in, as it was at the start of the run.
  const Json& document() const { return document_; }
  const RunData& data() const { return data_; }
  const History& history() const { return history_; }
  Network<float>& network() { return network_; }
  std::size_t output_classes() const { return network_.output_shape()[0]; }
  // Preprocessing and order of the held-out images.
  const Batches& validation() const { return validation_; }
  const SampleResults& sample_results() const { return sample_results_; }

  std::int64_t steps_done() const { return position_.step; }
  std::int64_t steps_per_epoch() const { return history_.steps_per_epoch(); }
  std::int64_t total_steps() const;

  // Whether the run is between the last update of an epoch and the end of the evaluation on the
  // held-out images.
  bool evaluating() const { return position_.evaluating; }
  bool finished() const { return steps_done() == total_steps() && !evaluating(); }

  // Makes one update (batch, forward, loss, backward, learning rate, optimizer) or, after the last
  // update of an epoch, evaluates one batch of held-out images. Throws Error (state) when the run
  // is finished or has diverged.
  void advance();

  // Set when a step diverged, else null. The update of that step is not applied. Weights and
  // optimizer are those of the last good step, which is steps_done() now; the history still shows
  // the steps up to the divergence.
  const Divergence* divergence() const { return divergence_ ? &*divergence_ : nullptr; }

  // Continues after a divergence: cuts the history at steps_done(). Usually followed by a change of
  // the schedule. Throws Error (state) where the run has not diverged.
  void recover();

  // The learning rate of the next update.
  double next_rate() const;

  // Changes the schedule from the next update on. Past steps keep their rates; the history records
  // the change as an event.
  void set_schedule(Schedule schedule);

  // The state of the plateau schedule; null where there is none.
  const schedules::PlateauState* plateau() const {
    return position_.plateau ? &*position_.plateau : nullptr;
  }

  // Makes an update that is not part of the run, for the range test: batch `index`, counted from
  // the start of the current epoch, with learning rate `rate`. Records nothing. Returns the loss
  // before the update; where loss or gradient is not finite, no update is made. The caller must
  // restore state().
  double try_update(std::size_t index, double rate);

  // Starts recording histograms, which does not change the run. A second call with Detail::fine
  // refines a coarse record; any other has no effect.
  void keep_histograms(Detail detail = Detail::fine);
  // Null before keep_histograms().
  const Histograms* histograms() const { return histograms_.get(); }

  // Views of everything that an update changes. Invalidated by set_schedule() and restore().
  const TrainingState& state() const { return state_; }

  // The rest of the state that the next step depends on.
  const RunPosition& position() const { return position_; }
  std::span<const LayerRow> layer_rows() const { return layer_statistics_.rows(); }

  // An empty history with memory for the whole run.
  History empty_history() const;

  // Restores the state of another run of the same experiment and data: current schedule, history,
  // position and layer rows. Afterwards the caller must fill state(). To be called before the first
  // step only.
  void restore(Schedule schedule, History history, RunPosition position,
               std::span<const LayerRow> layers);

 private:
  Progress progress() const { return {steps_done(), steps_per_epoch(), total_steps()}; }
  BatchLoss forward(Batches& batches, std::size_t epoch, std::size_t index, Pass pass);
  void prepare_for(const Schedule& schedule);
  void update();
  void save_good_state();
  void diverge(DivergenceReason reason, const StepRow& row);
  void begin_evaluation();
  void evaluate_batch();
  void finish_epoch();

  Experiment experiment_;
  Json document_;
  RunData data_;
  Network<float> network_;
  std::unique_ptr<Optimizer<float>> optimizer_;
  LayerStatistics layer_statistics_;
  std::unique_ptr<Histograms> histograms_;
  Batches training_;
  Batches validation_;
  ConfusionMatrix confusion_;  // of the current evaluation
  SampleResults sample_results_;
  History history_;
  std::vector<std::uint16_t> labels_;  // of the current batch
  const float* outputs_ = nullptr;     // of the current batch: [batch_, classes]
  std::size_t batch_ = 0;              // images in the current batch
  RunPosition position_;
  std::size_t evaluated_ = 0;  // batches evaluated
  EpochSums validation_sums_;
  TrainingState state_;
  std::optional<StateCopy> last_good_state_;  // a copy of state_ from a step with a good loss
  RunPosition last_good_position_;
  bool has_last_good_state_ = false;  // if not, the next step saves it before its update
  bool good_state_due_ = false;       // to be saved at the next step with a good loss
  std::optional<Divergence> divergence_;
};

}  // namespace anneal
