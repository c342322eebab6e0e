// What a run has done, in columns: a row a step, a row an epoch, and what happened between. Nothing
// in it depends on time or on the machine, so the same experiment gives the same history
// everywhere.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "train/json.h"

namespace anneal {

struct StepRow {
  double rate = 0;      // used by this step
  double loss = 0;      // mean over the batch, before the update
  double accuracy = 0;  // share of the batch, before the update
};

struct EpochRow {
  double rate = 0;        // of the epoch's last step
  double train_loss = 0;  // means over the epoch's images, each before the update of its batch
  double train_accuracy = 0;
  double validation_loss = 0;      // over the held-out images, after the epoch's last update;
  double validation_accuracy = 0;  // NaN where none are held out
};

// A change of the schedule: `step` is the first step that follows the new one.
struct ScheduleEvent {
  std::int64_t step = 0;
  Json schedule;
};

class History;

// A column of either table: its name in the document and the value of a row.
struct Column {
  std::string_view name;
  bool integer;
  double (*value)(const History& history, std::size_t row);
};

class History {
 public:
  // Room for the whole run is taken here: adding rows allocates nothing.
  History(std::int64_t steps_per_epoch, std::int64_t epochs);

  void add(const StepRow& row) { steps_.push_back(row); }
  void add(const EpochRow& row) { epochs_.push_back(row); }
  void add(ScheduleEvent event) { events_.push_back(std::move(event)); }

  std::int64_t steps_per_epoch() const { return steps_per_epoch_; }
  const std::vector<StepRow>& steps() const { return steps_; }
  const std::vector<EpochRow>& epochs() const { return epochs_; }
  const std::vector<ScheduleEvent>& events() const { return events_; }

  // step, epoch (both from 0), rate, loss, accuracy
  static std::span<const Column> step_columns();
  // epoch (from 0), step (updates done at its end), rate, train_loss, train_accuracy,
  // validation_loss, validation_accuracy
  static std::span<const Column> epoch_columns();

  // Rows [from, to) of a column.
  std::vector<double> values(const Column& column, std::size_t from, std::size_t to) const;

 private:
  std::int64_t steps_per_epoch_;
  std::vector<StepRow> steps_;
  std::vector<EpochRow> epochs_;
  std::vector<ScheduleEvent> events_;
};

// {"steps": {"step": [...], ...}, "epochs": {...}, "events": [{"step", "type", "schedule"}, ...]};
// a value that is not finite is null, for want of better in JSON.
Json to_json(const History& history);

}  // namespace anneal
