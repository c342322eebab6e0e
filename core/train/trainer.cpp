#include "train/trainer.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "tensor/error.h"
#include "train/memory.h"

namespace anneal {

namespace {

// A batch never holds more images than there are to train on.
std::size_t batch_size(const Experiment& experiment) {
  return std::min(experiment.training.batch_size, experiment.data.train);
}

RunData checked(const Experiment& experiment, RunData data) {
  check_network_fits(experiment.network, *data.images);
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

// Whether any part of the schedule asks for a momentum.
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

void Trainer::Sums::add(const BatchLoss& batch, std::size_t size) {
  loss += batch.loss * static_cast<double>(size);
  correct += batch.correct;
  images += size;
}

double Trainer::Sums::mean_loss() const {
  return images == 0 ? std::numeric_limits<double>::quiet_NaN()
                     : loss / static_cast<double>(images);
}

double Trainer::Sums::accuracy() const {
  return images == 0 ? std::numeric_limits<double>::quiet_NaN()
                     : static_cast<double>(correct) / static_cast<double>(images);
}

Trainer::Trainer(Experiment experiment, RunData data)
    : experiment_(std::move(experiment)),
      data_(checked(experiment_, std::move(data))),
      network_(experiment_.network, batch_size(experiment_), experiment_.seed),
      optimizer_(make_optimizer<float>(experiment_.optimizer, network_.parameters())),
      training_(*data_.images, data_.split.train, batch_size(experiment_), experiment_.seed,
                experiment_.training.shuffle, training_settings(experiment_.data, data_)),
      validation_(*data_.images, data_.split.validation, batch_size(experiment_), experiment_.seed,
                  false, batch_settings(experiment_.data, data_)),
      history_(static_cast<std::int64_t>(training_.per_epoch()),
               static_cast<std::int64_t>(experiment_.training.epochs)),
      labels_(batch_size(experiment_)) {
  prepare_for(experiment_.schedule);
}

std::int64_t Trainer::total_steps() const {
  return steps_per_epoch() * static_cast<std::int64_t>(experiment_.training.epochs);
}

void Trainer::advance() {
  if (finished()) throw Error(ErrorKind::state, "the run is finished");
  if (evaluating_) {
    evaluate_batch();
  } else {
    update();
  }
}

double Trainer::next_rate() const { return rate(experiment_.schedule, progress(), plateau()); }

void Trainer::set_schedule(Schedule schedule) {
  prepare_for(schedule);
  history_.add(ScheduleEvent{step_, to_json(schedule)});
  experiment_.schedule = std::move(schedule);
}

// What a schedule needs beside itself. Where the optimizer refuses, nothing has changed.
void Trainer::prepare_for(const Schedule& schedule) {
  if (moves_momentum(schedule)) optimizer_->use_momentum();
  plateau_.reset();
  plateau_listens_ = false;
  if (const auto* plateau = find_plateau(schedule)) plateau_ = begin(*plateau);
}

// Loss of a batch; in train mode with the gradient of the network's output.
BatchLoss Trainer::forward(Batches& batches, std::int64_t epoch, std::size_t index, Mode mode) {
  batch_ = batches.fill(static_cast<std::size_t>(epoch), index, network_.input(), labels_.data());
  const float* logits = network_.forward(batch_, Pass(mode, static_cast<std::uint64_t>(step_)));
  const std::size_t classes = network_.output_shape()[0];
  return batch_loss(experiment_.loss, logits, labels_.data(), batch_, classes,
                    mode == Mode::train ? network_.output_gradient() : nullptr);
}

void Trainer::update() {
  const std::int64_t epoch = step_ / steps_per_epoch();
  const std::int64_t index = step_ % steps_per_epoch();
  if (index == 0) training_sums_ = {};
  const StepOptions options(next_rate(), momentum(experiment_.schedule, progress()));
  const bool listens = active_plateau(experiment_.schedule, progress()) != nullptr;

  const BatchLoss loss = forward(training_, epoch, static_cast<std::size_t>(index), Mode::train);
  network_.backward(batch_);
  optimizer_->step(network_.parameters(), options);

  history_.add(StepRow{options.rate, loss.loss,
                       static_cast<double>(loss.correct) / static_cast<double>(batch_)});
  training_sums_.add(loss, batch_);
  ++step_;
  if (index + 1 < steps_per_epoch()) return;
  plateau_listens_ = listens;
  evaluating_ = true;
  evaluated_ = 0;
  validation_sums_ = {};
  if (validation_.per_epoch() == 0) finish_epoch();
}

void Trainer::evaluate_batch() {
  const BatchLoss loss = forward(validation_, 0, evaluated_, Mode::evaluate);
  validation_sums_.add(loss, batch_);
  if (++evaluated_ == validation_.per_epoch()) finish_epoch();
}

void Trainer::finish_epoch() {
  evaluating_ = false;
  EpochRow row;
  row.rate = history_.steps().back().rate;
  row.train_loss = training_sums_.mean_loss();
  row.train_accuracy = training_sums_.accuracy();
  row.validation_loss = validation_sums_.mean_loss();
  row.validation_accuracy = validation_sums_.accuracy();
  history_.add(row);
  if (plateau_listens_) {
    const schedules::Plateau* plateau = find_plateau(experiment_.schedule);
    schedules::update(*plateau, *plateau_, metric(row, plateau->metric));
  }
}

}  // namespace anneal
