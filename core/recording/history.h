// The history of a run as columns: a row per step, a row per epoch, and events. It contains no
// times and nothing that depends on the machine, so the same experiment gives the same history
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
#include "recording/confusion_matrix.h"

namespace anneal {

inline constexpr double kNotMeasured = std::numeric_limits<double>::quiet_NaN();

struct StepRow {
  double rate = 0;           // used by this step
  double loss = 0;           // mean over the batch, before the update
  double accuracy = 0;       // share of the batch, before the update
  double gradient_norm = 0;  // norm over all parameters together, before clipping
};

struct EpochRow {
  double rate = 0;        // of the epoch's last step
  double train_loss = 0;  // mean over the epoch, each image before the update of its batch
  double train_accuracy = 0;
  // Of the held-out images, after the last update of the epoch; NaN where there are none.
  double validation_loss = kNotMeasured;
  double validation_accuracy = kNotMeasured;
  double validation_top_k_accuracy = kNotMeasured;  // the label is among the k largest outputs
  double weight_norm = 0;  // of all parameters together, after the last update of the epoch
};

// One layer at the end of an epoch. NaN: does not apply to this layer, or not measured.
struct LayerRow {
  double weight_norm = kNotMeasured;    // of its parameters, after the epoch's last update
  double gradient_norm = kNotMeasured;  // of the epoch's last step
  // norm(update) / norm(weights before it), of the last update of the epoch
  double update_ratio = kNotMeasured;
  // Share of the channels (or units) of a relu that are 0 for every held-out image.
  double dead_units = kNotMeasured;
};

struct LayerName {
  std::string name;  // "layers.0", as in the names of its parameters
  std::string type;
};

// An event between two steps. "step" is the first step after it. Beside "step" and "type" an event
// has
//   type "schedule" (the schedule was changed): "schedule", the new one
//   type "diverged" (training diverged): see training/divergence.h
using Event = Json;

class History;

// A column of one of the tables: its name in the document and its value in a row.
struct Column {
  std::string_view name;
  bool integer;
  double (*value)(const History& history, std::size_t row);
};

class History {
 public:
  // Reserves memory for the whole run, so that adding rows allocates nothing. `confusion_cells` is
  // the largest number of non-zero cells of a confusion matrix.
  History(std::int64_t steps_per_epoch, std::int64_t epochs, std::vector<LayerName> layers,
          std::size_t confusion_cells);

  void add(const StepRow& row) { steps_.push_back(row); }
  // Adds an epoch with the rows of its layers, [layers], and its confusion matrix.
  void add(const EpochRow& row, std::span<const LayerRow> layers,
           std::span<const ConfusionCell> confusion);
  void add_event(Event event) { events_.push_back(std::move(event)); }

  // Removes the rows from `step` on and the epochs that end after it. Events stay; a change of the
  // schedule after `step` moves to `step`.
  void cut(std::int64_t step);

  std::int64_t steps_per_epoch() const { return steps_per_epoch_; }
  const std::vector<StepRow>& steps() const { return steps_; }
  const std::vector<EpochRow>& epochs() const { return epochs_; }
  const std::vector<Event>& events() const { return events_; }
  const std::vector<LayerName>& layers() const { return layers_; }
  // The rows of the layers in an epoch: [layers].
  std::span<const LayerRow> layer_rows(std::size_t epoch) const;
  // The non-zero cells, ordered by label, then by prediction.
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
  std::vector<std::size_t> confusion_ends_;  // end of the cells of each epoch
  std::vector<Event> events_;
};

// {"steps": {"step": [...], ...}, "epochs": {...}, "layers": [{"layer", "type", "weight_norm": [per
// epoch], "gradient_norm", "update_ratio", "dead_units"}, ...], "confusion": [per epoch: [[label,
// prediction, images], ...]], "events": [...]}. Numbers that are not finite become null, because
// JSON has no way to write them.
Json to_json(const History& history);

}  // namespace anneal
