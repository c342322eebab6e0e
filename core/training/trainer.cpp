#include "training/trainer.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/error.h"
#include "optim/clip.h"
#include "training/memory.h"

namespace anneal {

namespace {

// Steps between copies of the last good state: rare enough to cost nothing measurable.
constexpr std::int64_t kGoodStateInterval = 32;

// A batch is not larger than the training part.
std::size_t batch_size(const Experiment& experiment) {
  return std::min(experiment.training.batch_size, experiment.data.train);
}

RunData checked(const Experiment& experiment, RunData data) {
  check_network_fits(experiment.network, data.images->image_shape, data.images->classes);
  check_network_memory(experiment.network, batch_size(experiment));
  return data;
}

BatchSettings batch_settings(const DataSettings& settings, const RunData& data) {
  BatchSettings batch;
  if (settings.standardise) batch.normalisation = standardise(*data.images, data.split.train);
  return batch;
}

BatchSettings training_settings(const DataSettings& settings, const RunData& data) {
  BatchSettings batch = batch_settings(settings, data);
  batch.augmentation = {settings.augment.shift, settings.augment.flip, settings.augment.cutout};
  return batch;
}

// Whether any part of the schedule changes the momentum.
bool moves_momentum(const Schedule& schedule) {
  if (const auto* cycle = std::get_if<schedules::OneCycle>(&schedule.family)) {
    return cycle->momentum.has_value();
  }
  const auto* sequence = std::get_if<schedules::Sequence>(&schedule.family);
  return sequence != nullptr &&
         std::any_of(sequence->parts.begin(), sequence->parts.end(),
                     [](const schedules::Part& part) { return moves_momentum(part.schedule); });
}

double metric(const EpochRow& row, schedules::Metric metric) {
  switch (metric) {
    case schedules::Metric::validation_loss:
      return row.validation_loss;
    case schedules::Metric::validation_accuracy:
      return row.validation_accuracy;
    case schedules::Metric::train_loss:
      return row.train_loss;
    case schedules::Metric::train_accuracy:
      return row.train_accuracy;
  }
  return row.validation_loss;
}

}  // namespace

Trainer::Trainer(Experiment experiment, RunData data)
    : experiment_(std::move(experiment)),
      document_(to_json(experiment_)),
      data_(checked(experiment_, std::move(data))),
      network_(experiment_.network, batch_size(experiment_), experiment_.seed),
      optimizer_(make_optimizer<float>(experiment_.optimizer, network_.parameters())),
      layer_statistics_(network_),
      training_(*data_.images, data_.split.train, batch_size(experiment_), experiment_.seed,
                experiment_.training.shuffle, training_settings(experiment_.data, data_)),
      validation_(*data_.images, data_.split.validation, batch_size(experiment_), experiment_.seed,
                  false, batch_settings(experiment_.data, data_)),
      confusion_(output_classes()),
      sample_results_(experiment_.loss, validation_.size(), output_classes()),
      history_(empty_history()),
      labels_(batch_size(experiment_)) {
  prepare_for(experiment_.schedule);
}

History Trainer::empty_history() const {
  return History(static_cast<std::int64_t>(training_.per_epoch()),
                 static_cast<std::int64_t>(experiment_.training.epochs), layer_statistics_.names(),
                 std::min(confusion_.counts().size(), validation_.size()));
}

std::int64_t Trainer::total_steps() const {
  return steps_per_epoch() * static_cast<std::int64_t>(experiment_.training.epochs);
}

void Trainer::advance() {
  if (divergence_) throw Error(ErrorKind::state, describe(*divergence_));
  if (finished()) throw Error(ErrorKind::state, "the run is finished");
  if (evaluating()) {
    evaluate_batch();
  } else {
    update();
  }
}

double Trainer::next_rate() const { return rate(experiment_.schedule, progress(), plateau()); }

void Trainer::set_schedule(Schedule schedule) {
  prepare_for(schedule);
  history_.add_event(
      {{"step", steps_done()}, {"type", "schedule"}, {"schedule", to_json(schedule)}});
  experiment_.schedule = std::move(schedule);
}

// Prepares optimizer, plateau and state for a schedule. Changes nothing if the optimizer throws.
void Trainer::prepare_for(const Schedule& schedule) {
  const bool momentum_moves = position_.momentum_moves || moves_momentum(schedule);
  if (momentum_moves) optimizer_->use_momentum();
  position_.momentum_moves = momentum_moves;
  position_.plateau.reset();
  position_.plateau_active = false;
  if (const auto* plateau = find_plateau(schedule)) position_.plateau = begin(*plateau);
  last_good_position_.plateau = position_.plateau;
  last_good_position_.plateau_active = false;
  good_state_due_ = true;  // a divergence should not go back behind the change
  TrainingState state = training_state(network_, *optimizer_);
  if (state.tensors.size() == state_.tensors.size()) return;
  state_ = std::move(state);
  last_good_state_.emplace(state_);
  has_last_good_state_ = false;
}

void Trainer::save_good_state() {
  last_good_state_->save(state_);
  last_good_position_ = position_;
  has_last_good_state_ = true;
  good_state_due_ = false;
}

// The loss of a batch; in train mode also the gradient of the network output.
BatchLoss Trainer::forward(Batches& batches, std::size_t epoch, std::size_t index, Pass pass) {
  batch_ = batches.fill(epoch, index, network_.input(), labels_.data());
  outputs_ = network_.forward(batch_, pass);
  const std::size_t classes = output_classes();
  return batch_loss(experiment_.loss, outputs_, labels_.data(), batch_, classes,
                    pass.training() ? network_.output_gradient() : nullptr);
}

void Trainer::update() {
  const auto epoch = static_cast<std::size_t>(steps_done() / steps_per_epoch());
  const std::int64_t index = steps_done() % steps_per_epoch();
  if (index == 0) position_.training = {};
  if (!has_last_good_state_) save_good_state();
  const bool last = index + 1 == steps_per_epoch();
  const StepOptions options(next_rate(), momentum(experiment_.schedule, progress()));
  const bool plateau_active = active_plateau(experiment_.schedule, progress()) != nullptr;

  const BatchLoss loss = forward(training_, epoch, static_cast<std::size_t>(index),
                                 Pass(Mode::train, static_cast<std::uint64_t>(steps_done())));
  StepRow row{options.rate, loss.loss,
              static_cast<double>(loss.correct) / static_cast<double>(batch_), kNotMeasured};
  if (const auto reason = divergence_reason(loss.loss, experiment_.training.loss_limit)) {
    return diverge(*reason, row);
  }
  if (good_state_due_ || steps_done() - last_good_position_.step >= kGoodStateInterval)
    save_good_state();
  network_.backward(batch_);
  row.gradient_norm = gradient_norm<float>(network_.parameters());
  if (const auto reason = divergence_reason(row.gradient_norm)) return diverge(*reason, row);
  Histograms* const histograms =
      histograms_ && histograms_->is_due(steps_done() + 1) ? histograms_.get() : nullptr;
  if (last) layer_statistics_.before_update();
  if (histograms) histograms->before_update();
  optimizer_->step(network_.parameters(), options);
  if (last) layer_statistics_.after_update();
  if (histograms) histograms->after_update(steps_done() + 1);

  history_.add(row);
  position_.training.add(loss, batch_);
  ++position_.step;
  if (!last) return;
  position_.plateau_active = plateau_active;
  position_.evaluating = true;
  begin_evaluation();
  if (validation_.per_epoch() == 0) finish_epoch();
}

void Trainer::diverge(DivergenceReason reason, const StepRow& row) {
  history_.add(row);
  divergence_ = Divergence{reason, steps_done(), last_good_position_.step, row.rate, row.loss};
  history_.add_event(to_json(*divergence_));
  last_good_state_->restore(state_);
  position_ = last_good_position_;
}

void Trainer::recover() {
  if (!divergence_) throw Error(ErrorKind::state, "the run has not diverged");
  divergence_.reset();
  history_.cut(steps_done());
  if (histograms_) histograms_->cut(steps_done());
  good_state_due_ = true;
}

void Trainer::keep_histograms(Detail detail) {
  if (!histograms_) {
    histograms_ = std::make_unique<Histograms>(network_.parameters(), steps_per_epoch(),
                                               steps_done(), detail);
  } else if (detail == Detail::fine) {
    histograms_->refine();
  }
}

double Trainer::try_update(std::size_t index, double rate) {
  const auto first = static_cast<std::size_t>(steps_done() / steps_per_epoch());
  const auto per_epoch = static_cast<std::size_t>(steps_per_epoch());
  const auto step = static_cast<std::uint64_t>(steps_done()) + index;
  const BatchLoss loss =
      forward(training_, first + index / per_epoch, index % per_epoch, Pass(Mode::train, step));
  if (!std::isfinite(loss.loss)) return loss.loss;
  network_.backward(batch_);
  if (std::isfinite(gradient_norm<float>(network_.parameters()))) {
    optimizer_->step(network_.parameters(),
                     StepOptions(rate, momentum(experiment_.schedule, progress())));
  }
  return loss.loss;
}

void Trainer::restore(Schedule schedule, History history, RunPosition position,
                      std::span<const LayerRow> layers) {
  position_.momentum_moves = position.momentum_moves;
  prepare_for(schedule);
  experiment_.schedule = std::move(schedule);
  history_ = std::move(history);
  position_ = position;
  has_last_good_state_ = false;
  std::copy(layers.begin(), layers.end(), layer_statistics_.rows().begin());
  if (evaluating()) begin_evaluation();
}

void Trainer::begin_evaluation() {
  evaluated_ = 0;
  validation_sums_ = {};
  confusion_.clear();
  sample_results_.begin();
  layer_statistics_.begin_evaluation();
}

void Trainer::evaluate_batch() {
  const BatchLoss loss = forward(validation_, 0, evaluated_, Pass(Mode::evaluate));
  validation_sums_.add(loss, batch_);
  validation_sums_.top_k +=
      count_predictions(outputs_, labels_.data(), batch_, confusion_.classes(),
                        experiment_.training.top_k, confusion_);
  sample_results_.add(outputs_, labels_.data(), batch_);
  layer_statistics_.add_batch(batch_);
  if (++evaluated_ == validation_.per_epoch()) {
    layer_statistics_.end_evaluation();
    finish_epoch();
  }
}

void Trainer::finish_epoch() {
  position_.evaluating = false;
  EpochRow row;
  row.rate = history_.steps().back().rate;
  row.train_loss = position_.training.mean_loss();
  row.train_accuracy = position_.training.accuracy();
  row.validation_loss = validation_sums_.mean_loss();
  row.validation_accuracy = validation_sums_.accuracy();
  row.validation_top_k_accuracy = validation_sums_.top_k_accuracy();
  row.weight_norm = weight_norm(network_.parameters());
  sample_results_.end(history_.epochs().size());
  history_.add(row, layer_statistics_.rows(), confusion_.cells());
  if (position_.plateau_active) {
    const schedules::Plateau* plateau = find_plateau(experiment_.schedule);
    schedules::update(*plateau, *position_.plateau, metric(row, plateau->metric));
  }
}

}  // namespace anneal
