// What a run has done, in columns: a row a step, a row an epoch, and what happened between. Nothing
// in it depends on time or on the machine, so the same experiment gives the same history
// everywhere.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/json.h"
#include "recording/confusion.h"

namespace anneal {

inline constexpr double kNotMeasured = std::numeric_limits<double>::quiet_NaN();

struct StepRow {
  double rate = 0;           // used by this step
  double loss = 0;           // mean over the batch, before the update
  double accuracy = 0;       // share of the batch, before the update
  double gradient_norm = 0;  // of all parameters' gradients together, before any clipping
};

struct EpochRow {
  double rate = 0;        // of the epoch's last step
  double train_loss = 0;  // means over the epoch's images, each before the update of its batch
  double train_accuracy = 0;
  // Over the held-out images, after the epoch's last update; NaN where none are held out.
  double validation_loss = kNotMeasured;
  double validation_accuracy = kNotMeasured;
  double validation_top_k_accuracy = kNotMeasured;  // the label is among the k largest outputs
  double weight_norm = 0;  // of all parameters together, after the epoch's last update
};

// A layer at the end of an epoch. NaN: not of this layer, or not measured.
struct LayerRow {
  double weight_norm = kNotMeasured;    // of its parameters, after the epoch's last update
  double gradient_norm = kNotMeasured;  // of the epoch's last step
  // norm of the epoch's last update / norm of what it was added to
  double update_ratio = kNotMeasured;
  // Share of a relu's channels (or units) that were 0 for every held-out image.
  double dead_units = kNotMeasured;
};

struct LayerName {
  std::string name;  // "layers.0", as in the names of its parameters
  std::string type;
};

// Something between two steps: `step` is the first step that comes after it. Beside "step" and
// "type" a document has, for
//   "schedule"  a change of the schedule: "schedule"
//   "diverged"  the end of a run that ran away: see train/divergence.h
using Event = Json;

class History;

// A column of either table: its name in the document and the value of a row.
struct Column {
  std::string_view name;
  bool integer;
  double (*value)(const History& history, std::size_t row);
};

class History {
 public:
  // Room for the whole run is taken here: adding rows allocates nothing. `confusion_cells` is how
  // many cells of an epoch's confusion may differ from zero.
  History(std::int64_t steps_per_epoch, std::int64_t epochs, std::vector<LayerName> layers,
          std::size_t confusion_cells);

  void add(const StepRow& row) { steps_.push_back(row); }
  // An epoch with its layers [layers] and the confusion of its evaluation.
  void add(const EpochRow& row, std::span<const LayerRow> layers,
           std::span<const ConfusionCell> confusion);
  void add_event(Event event) { events_.push_back(std::move(event)); }

  // Forgets the rows from `step` on, and the epochs that were not over then. Events stay; a change
  // of the schedule after `step` counts from `step` on.
  void cut(std::int64_t step);

  std::int64_t steps_per_epoch() const { return steps_per_epoch_; }
  const std::vector<StepRow>& steps() const { return steps_; }
  const std::vector<EpochRow>& epochs() const { return epochs_; }
  const std::vector<Event>& events() const { return events_; }
  const std::vector<LayerName>& layers() const { return layers_; }
  // The rows of an epoch's layers, [layers].
  std::span<const LayerRow> layer_rows(std::size_t epoch) const;
  // The cells that are not zero, ordered by label and prediction.
  std::span<const ConfusionCell> confusion(std::size_t epoch) const;

  // step, epoch (both from 0), rate, loss, accuracy, gradient_norm
  static std::span<const Column> step_columns();
  // epoch (from 0), step (updates done at its end), rate, train_loss, train_accuracy,
  // validation_loss, validation_accuracy, validation_top_k_accuracy, weight_norm
  static std::span<const Column> epoch_columns();

  // Rows [from, to) of a column.
  std::vector<double> values(const Column& column, std::size_t from, std::size_t to) const;

 private:
  std::int64_t steps_per_epoch_;
  std::vector<LayerName> layers_;
  std::vector<StepRow> steps_;
  std::vector<EpochRow> epochs_;
  std::vector<LayerRow> layer_rows_;  // [epochs, layers]
  std::vector<ConfusionCell> confusion_;
  std::vector<std::size_t> confusion_ends_;  // of each epoch's cells
  std::vector<Event> events_;
};

// {"steps": {"step": [...], ...}, "epochs": {...}, "layers": [{"layer", "type", "weight_norm": [of
// each epoch], "gradient_norm", "update_ratio", "dead_units"}, ...], "confusion": [for each epoch:
// [[label, prediction, images], ...]], "events": [...]}; a value that is not finite is null, for
// want of better in JSON.
Json to_json(const History& history);

}  // namespace anneal
