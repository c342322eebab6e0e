#include "bindings/embind/session.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <utility>

#include "base/error.h"
#include "bindings/embind/arguments.h"
#include "bindings/embind/build.h"
#include "formats/safetensors.h"
#include "training/checkpoint.h"
#include "training/evaluation.h"

namespace anneal::bindings {

namespace {

using Clock = std::chrono::steady_clock;

double milliseconds_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

[[noreturn]] void fail_state(const std::string& message) { throw Error(ErrorKind::state, message); }

}  // namespace

Trainer& Session::trainer() {
  if (!trainer_) fail_state("the run has not begun");
  return *trainer_;
}

Trainer& Session::free_trainer() {
  if (range_test_) fail_state("a range test is under way: end it first");
  return trainer();
}

const Trainer& Session::trainer() const { return const_cast<Session*>(this)->trainer(); }

Status Session::add_file(const std::string& name, const Uint8Array& bytes) {
  return guarded([&] { files_[name] = from_uint8_array(bytes); });
}

Status Session::begin(const std::string& document) {
  return guarded([&] {
    if (trainer_) fail_state("the run has begun already");
    Experiment experiment = experiment_of(document);
    RunData data = make_run_data(experiment, files_);
    files_.clear();  // what is needed of them is in the data
    trainer_ = std::make_unique<Trainer>(std::move(experiment), std::move(data));
  });
}

Status Session::resume(const Uint8Array& checkpoint) {
  return guarded([&] {
    if (trainer_) fail_state("the run has begun already");
    const std::vector<std::uint8_t> bytes = from_uint8_array(checkpoint);
    RunData data = make_run_data(parse_experiment(anneal::checkpoint_experiment(bytes)), files_);
    files_.clear();
    trainer_ = anneal::resume(bytes, std::move(data));
  });
}

Status Session::set_weights(const Uint8Array& bytes) {
  return guarded([&] {
    if (free_trainer().steps_done() > 0)
      fail_state("weights can be set before the first step only");
    read_safetensors(from_uint8_array(bytes), learned_tensors(trainer().network()));
  });
}

Result<Slice> Session::run(double steps, double milliseconds) {
  return result_of([&] {
    Trainer& run = free_trainer();
    const auto start = Clock::now();
    const double goal = static_cast<double>(run.steps_done()) + steps;
    const auto spent = [&] {
      if (steps >= 0 && static_cast<double>(run.steps_done()) >= goal && !run.evaluating()) {
        return true;
      }
      return milliseconds >= 0 && milliseconds_since(start) >= milliseconds;
    };
    while (!run.finished() && run.divergence() == nullptr) {
      run.advance();
      if (spent()) break;
    }
    const History& history = run.history();
    Slice slice;
    slice.steps =
        to_columns(history, History::step_columns(), reported_steps_, history.steps().size());
    slice.epochs =
        to_columns(history, History::epoch_columns(), reported_epochs_, history.epochs().size());
    reported_steps_ = history.steps().size();
    reported_epochs_ = history.epochs().size();
    slice.run = status();
    return slice;
  });
}

Status Session::set_schedule(const std::string& document) {
  return guarded(
      [&] { free_trainer().set_schedule(parse_schedule(parse_json(document, "the schedule"))); });
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
  status.diverged = trainer_->divergence() != nullptr;
  return status;
}

TextResult Session::experiment() const {
  return result_of([&] { return to_js_text(to_text(trainer().document())); });
}

TextResult Session::history() const {
  return result_of([&] {
    Json document = {{"experiment", trainer().document()}, {"build", build_json()}};
    document.update(to_json(trainer().history()));
    return to_js_text(to_text(document));
  });
}

Result<Uint8Array> Session::weights() {
  return result_of(
      [&] { return to_uint8_array(write_safetensors(learned_tensors(trainer().network()))); });
}

Result<Uint8Array> Session::checkpoint() const {
  return result_of([&] {
    if (range_test_) fail_state("a range test is under way: end it first");
    return to_uint8_array(write_checkpoint(trainer()));
  });
}

TextResult Session::plateau() const {
  return result_of([&] {
    const schedules::PlateauState* state = trainer().plateau();
    if (state == nullptr) return to_js_text("null");
    return to_js_text(to_text({{"rate", state->rate},
                               {"best", state->best ? Json(*state->best) : Json()},
                               {"bad", state->bad},
                               {"cooldown_left", state->cooldown_left}}));
  });
}

TextResult Session::divergence() const {
  return result_of([&] {
    const Divergence* divergence = trainer().divergence();
    return to_js_text(to_text(divergence == nullptr ? Json() : to_json(*divergence)));
  });
}

Status Session::recover() {
  return guarded([&] {
    Trainer& run = free_trainer();
    run.recover();
    reported_steps_ = std::min(reported_steps_, run.history().steps().size());
    reported_epochs_ = std::min(reported_epochs_, run.history().epochs().size());
  });
}

Status Session::begin_range_test(const std::string& settings) {
  return guarded([&] {
    const RangeTestSettings parsed = parse_range_test(parse_json(settings, "the range test"));
    range_test_ = std::make_unique<RangeTest>(free_trainer(), parsed);
  });
}

TextResult Session::run_range_test(double milliseconds) {
  return result_of([&] {
    if (!range_test_) fail_state("no range test has begun");
    const auto start = Clock::now();
    while (!range_test_->finished()) {
      range_test_->advance();
      if (milliseconds >= 0 && milliseconds_since(start) >= milliseconds) break;
    }
    Json result = to_json(range_test_->result());
    result["finished"] = range_test_->finished();
    return to_js_text(to_text(result));
  });
}

Status Session::end_range_test() {
  return guarded([&] { range_test_.reset(); });
}

TextResult Session::evaluation(double epoch) const {
  return result_of([&] {
    const History& history = trainer().history();
    if (history.epochs().empty()) return to_js_text("null");
    if (!(epoch >= 0) || epoch >= static_cast<double>(history.epochs().size())) {
      fail_state("epoch: expected one of the " + std::to_string(history.epochs().size()) +
                 " that are over");
    }
    return to_js_text(to_text(evaluation_json(trainer(), static_cast<std::size_t>(epoch))));
  });
}

Inspection& Session::inspection() {
  if (!inspection_) inspection_ = std::make_unique<Inspection>(trainer());
  return *inspection_;
}

TextResult Session::keep_histograms(bool coarse) {
  return result_of([&] {
    Trainer& run = free_trainer();
    run.keep_histograms(coarse ? Detail::coarse : Detail::fine);
    return to_js_text(to_text(describe(*run.histograms(), run.history().layers())));
  });
}

Result<HistogramNews> Session::histograms(const std::string& quantity, double last_serial) const {
  return result_of([&] {
    const Histograms* const histograms = trainer().histograms();
    if (histograms == nullptr) fail_state("this run keeps no histograms: ask for them first");
    return news_of(*histograms, quantity, last_serial);
  });
}

TextResult checkpoint_experiment(const Uint8Array& checkpoint) {
  return result_of([&] {
    return to_js_text(to_text(anneal::checkpoint_experiment(from_uint8_array(checkpoint))));
  });
}

}  // namespace anneal::bindings
