#include "experiment/experiment.h"

#include <algorithm>

#include "base/kinds.h"

namespace anneal {

namespace {

// What one run may record: a step takes 32 bytes of history.
constexpr double kMostSteps = 1e7;

constexpr std::size_t kLongestName = 200;

// The name of a run that nobody named: "Step decay on glyphs".
std::string default_name(const Experiment& experiment) {
  std::string name(type_name(experiment.schedule));
  std::replace(name.begin(), name.end(), '_', ' ');
  name[0] = static_cast<char>(name[0] - 'a' + 'A');
  for (const std::string_view decay : {"Exponential", "Linear", "Step", "Polynomial", "Cosine"}) {
    if (name == decay) name += " decay";
  }
  return name + " on " + std::string(type_of(experiment.data.source));
}

NetworkSettings default_network() {
  Conv2dSettings convolution;
  convolution.filters = 8;
  convolution.kernel = {5, 5};
  convolution.padding = Padding::same;
  DenseSettings classes;
  classes.units = 10;
  return {{28, 28, 1},
          {convolution, ReluSettings{}, MaxPool2dSettings{}, FlattenSettings{}, classes}};
}

OptimizerSettings default_optimizer() {
  SgdSettings sgd;
  sgd.momentum = 0.9;
  OptimizerSettings settings;
  settings.rule = sgd;
  return settings;
}

Schedule default_schedule() {
  schedules::Step step;
  step.initial = 0.1;
  step.factor = 0.1;
  step.every = 10;
  Schedule schedule;
  schedule.family = step;
  schedule.unit = Unit::epoch;
  return schedule;
}

// Calls body(key, section) for each section, in the order of a document.
template <class E, class Body>
void for_each_section(E& experiment, Body&& body) {
  body("data", experiment.data);
  body("network", experiment.network);
  body("loss", experiment.loss);
  body("optimizer", experiment.optimizer);
  body("schedule", experiment.schedule);
  body("training", experiment.training);
}

void check_length(const Experiment& experiment) {
  const auto& training = experiment.training;
  const std::size_t per_epoch =
      (experiment.data.train + training.batch_size - 1) / training.batch_size;
  const double steps = static_cast<double>(per_epoch) * static_cast<double>(training.epochs);
  if (steps > kMostSteps) {
    fail_experiment("training.epochs", "expected a run of at most 10000000 steps, got " +
                                           std::to_string(training.epochs) + " epochs of " +
                                           std::to_string(per_epoch) + " steps each");
  }
}

}  // namespace

Experiment parse_experiment(const Json& document) {
  Experiment experiment;
  experiment.network = default_network();
  experiment.optimizer = default_optimizer();
  experiment.schedule = default_schedule();
  Reader reader(document, "");
  read_fields(reader, fields_of(experiment));
  for_each_section(experiment, [&](const char* key, auto& section) {
    if (const Json* json = reader.find(key)) {
      member::read(*json, reader.path_of(key), section, {}, Ranges::while_reading);
    }
  });
  reader.finish();
  if (experiment.name.size() > kLongestName) {
    fail_experiment("name", "expected at most " + std::to_string(kLongestName) + " bytes, got " +
                                std::to_string(experiment.name.size()));
  }
  if (experiment.name.empty()) experiment.name = default_name(experiment);
  check_length(experiment);
  return experiment;
}

Json to_json(const Experiment& experiment) {
  Json document = member::write<Experiment>(experiment);
  for_each_section(experiment, [&](const char* key, const auto& section) {
    document[key] = member::write(section);
  });
  return document;
}

Schedule parse_schedule(const Json& document, const std::string& path) {
  Schedule schedule;
  read_value(document, path, schedule);
  return schedule;
}

Json to_json(const Schedule& schedule) { return write_value(schedule); }

}  // namespace anneal
