#include "bindings/session.h"

#include <chrono>
#include <cmath>
#include <utility>

#include "bindings/build.h"
#include "tensor/error.h"
#include "train/safetensors.h"

namespace anneal::bindings {

namespace {

using Clock = std::chrono::steady_clock;

// More rates than this nobody plots, and they would fill the memory.
constexpr double kMostRates = 1e7;

Experiment parse(const std::string& document) {
  return parse_experiment(parse_json(document, "the experiment"));
}

std::int64_t whole(double value, const char* name) {
  if (!(value >= 1) || value > kMostRates || value != std::floor(value)) {
    throw Error(ErrorKind::state, std::string(name) + ": expected an integer from 1 to 10000000");
  }
  return static_cast<std::int64_t>(value);
}

[[noreturn]] void fail_state(const std::string& message) { throw Error(ErrorKind::state, message); }

}  // namespace

Trainer& Session::trainer() {
  if (!trainer_) fail_state("the run has not begun");
  return *trainer_;
}

const Trainer& Session::trainer() const { return const_cast<Session*>(this)->trainer(); }

Status Session::add_file(const std::string& name, const Uint8Array& bytes) {
  return guarded([&] { files_[name] = from_uint8_array(bytes); });
}

Status Session::begin(const std::string& document) {
  return guarded([&] {
    if (trainer_) fail_state("the run has begun already");
    Experiment experiment = parse(document);
    RunData data = make_run_data(experiment, files_);
    files_.clear();  // what is needed of them is in the data
    experiment_ = to_json(experiment);
    trainer_.emplace(std::move(experiment), std::move(data));
  });
}

Status Session::set_weights(const Uint8Array& bytes) {
  return guarded([&] {
    if (trainer().steps_done() > 0) fail_state("weights can be set before the first step only");
    read_safetensors(from_uint8_array(bytes), learned_tensors(trainer().network()));
  });
}

SliceOutcome Session::run(double steps, double milliseconds) {
  SliceOutcome slice;
  slice.status = guarded([&] {
    Trainer& run = trainer();
    const auto start = Clock::now();
    const double goal = static_cast<double>(run.steps_done()) + steps;
    const auto spent = [&] {
      if (steps >= 0 && static_cast<double>(run.steps_done()) >= goal && !run.evaluating()) {
        return true;
      }
      const std::chrono::duration<double, std::milli> passed = Clock::now() - start;
      return milliseconds >= 0 && passed.count() >= milliseconds;
    };
    while (!run.finished()) {
      run.advance();
      if (spent()) break;
    }
    const History& history = run.history();
    slice.steps =
        to_columns(history, History::step_columns(), reported_steps_, history.steps().size());
    slice.epochs =
        to_columns(history, History::epoch_columns(), reported_epochs_, history.epochs().size());
    reported_steps_ = history.steps().size();
    reported_epochs_ = history.epochs().size();
    slice.run = status();
  });
  return slice;
}

Status Session::set_schedule(const std::string& document) {
  return guarded(
      [&] { trainer().set_schedule(parse_schedule(parse_json(document, "the schedule"))); });
}

RunStatus Session::status() const {
  if (!trainer_) return {};
  RunStatus status;
  status.step = static_cast<double>(trainer_->steps_done());
  status.steps_per_epoch = static_cast<double>(trainer_->steps_per_epoch());
  status.epoch = std::floor(status.step / status.steps_per_epoch);
  status.total_steps = static_cast<double>(trainer_->total_steps());
  status.total_epochs = static_cast<double>(trainer_->experiment().training.epochs);
  status.rate = trainer_->next_rate();
  status.evaluating = trainer_->evaluating();
  status.finished = trainer_->finished();
  return status;
}

TextOutcome Session::experiment() const {
  return outcome<TextOutcome>([&] {
    trainer();
    return to_js_text(to_text(experiment_));
  });
}

TextOutcome Session::history() const {
  return outcome<TextOutcome>([&] {
    Json document = {{"experiment", experiment_}, {"build", build_json()}};
    document.update(to_json(trainer().history()));
    return to_js_text(to_text(document));
  });
}

BytesOutcome Session::weights() {
  return outcome<BytesOutcome>(
      [&] { return to_uint8_array(write_safetensors(learned_tensors(trainer().network()))); });
}

TextOutcome complete_experiment(const std::string& document) {
  return outcome<TextOutcome>([&] { return to_js_text(to_text(to_json(parse(document)))); });
}

LayersOutcome describe_network(const std::string& document) {
  return outcome<LayersOutcome>([&] { return to_layer_list(describe(parse(document).network)); });
}

TextListOutcome file_names(const std::string& document) {
  return outcome<TextListOutcome>([&] { return to_text_list(file_names(parse(document).data)); });
}

NumbersOutcome rates(const std::string& schedule, double steps, double steps_per_epoch) {
  return outcome<NumbersOutcome>([&] {
    const Schedule parsed = parse_schedule(parse_json(schedule, "the schedule"));
    return to_float64_array(
        anneal::rates(parsed, whole(steps, "steps"), whole(steps_per_epoch, "stepsPerEpoch")));
  });
}

}  // namespace anneal::bindings
