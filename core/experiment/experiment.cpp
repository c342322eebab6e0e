#include "experiment/experiment.h"

#include <algorithm>

#include "base/json_reader.h"
#include "base/json_writer.h"
#include "experiment/sections.h"

namespace anneal {

namespace {

constexpr int kVersion = 1;

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
  return name + " on " +
         std::string(
             names(experiment.data.source)[static_cast<std::size_t>(experiment.data.source)]);
}

}  // namespace

template <class Form>
void fields(Form& form, LossSettings& settings) {
  form.optional("type", settings.type);
  form.optional("label_smoothing", settings.label_smoothing,
                Range{.low = 0, .high = 1, .high_open = true});
}

template <class Form>
void fields(Form& form, TrainingSettings& settings) {
  form.optional("epochs", settings.epochs, positive);
  form.optional("batch_size", settings.batch_size, positive);
  form.optional("shuffle", settings.shuffle);
  form.optional("top_k", settings.top_k, positive);
  form.optional("loss_limit", settings.loss_limit, Range{.low = 0, .low_open = true});
}

namespace {

template <class Form>
void document_fields(Form& form, Experiment& experiment) {
  int version = kVersion;
  form.required("version", version, Range{kVersion, kVersion});
  form.optional("name", experiment.name);
  form.optional("seed", experiment.seed, Range{0, kLargestInteger});
  form.optional("data", experiment.data);
  form.optional("network", experiment.network);
  form.optional("loss", experiment.loss);
  form.optional("optimizer", experiment.optimizer);
  form.optional("schedule", experiment.schedule);
  form.optional("training", experiment.training);
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
  document_fields(reader, experiment);
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
  Experiment copy = experiment;
  Writer writer;
  document_fields(writer, copy);
  return writer.take();
}

}  // namespace anneal
