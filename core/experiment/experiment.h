// An experiment: everything that decides a run, read from one JSON document and checked once. What
// is filled in here is what a run records. Shapes that do not fit are the network's to refuse.
//
// The settings of each section list their keys once (base/field.h).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "experiment/data_settings.h"
#include "layers/kinds.h"
#include "losses/loss.h"
#include "optim/kinds.h"
#include "schedules/schedule.h"

namespace anneal {

// "training"
struct TrainingSettings {
  std::size_t epochs = 30;
  std::size_t batch_size = 32;
  bool shuffle = true;      // false keeps the order of the data, for split and batches alike
  std::size_t top_k = 5;    // of the top-k accuracy on held-out images
  double loss_limit = 1e4;  // a step's loss above it ends the run as diverged

  template <class Visit>
  static void keys(Visit&& visit) {
    using S = TrainingSettings;
    visit.optional("epochs", &S::epochs, {.range = positive, .unit = "epochs"});
    visit.optional("batch_size", &S::batch_size, {.range = positive, .unit = "images"});
    visit.optional("shuffle", &S::shuffle);
    visit.optional("top_k", &S::top_k, {.range = positive, .symbol = "k"});
    visit.optional("loss_limit", &S::loss_limit, {.range = above(0)});
  }
};

inline constexpr unsigned kDocumentVersion = 1;

struct Experiment {
  unsigned version = kDocumentVersion;
  std::string name;
  std::uint64_t seed = 1;  // up to 2^53 - 1, so that it survives JavaScript's numbers
  DataSettings data;
  NetworkSettings network;
  LossSettings loss;
  OptimizerSettings optimizer;
  Schedule schedule;
  TrainingSettings training;

  // Beside the sections.
  template <class Visit>
  static void keys(Visit&& visit) {
    visit.required("version", &Experiment::version,
                   {.range = between(kDocumentVersion, kDocumentVersion)});
    visit.optional("name", &Experiment::name, {.omitted = "named after schedule and data"});
    visit.optional("seed", &Experiment::seed, {.range = between(0, kLargestInteger)});
  }
};

// Reads and checks a document; {"version": 1} alone is the default experiment. Throws Error
// (experiment) whose path names the setting: `network.layers[2].filters: expected a positive
// integer, got -3`. Unknown keys are refused.
Experiment parse_experiment(const Json& document);

// The whole document with every default filled in; parse_experiment of it gives the same
// experiment.
Json to_json(const Experiment& experiment);

// One schedule of a document, its errors under `path`.
Schedule parse_schedule(const Json& document, const std::string& path = "schedule");
Json to_json(const Schedule& schedule);

}  // namespace anneal
