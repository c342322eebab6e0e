#include "train/history.h"

#include <cmath>

namespace anneal {

namespace {

std::int64_t signed_row(std::size_t row) { return static_cast<std::int64_t>(row); }

double step_number(const History&, std::size_t row) { return static_cast<double>(row); }

double step_epoch(const History& history, std::size_t row) {
  return static_cast<double>(signed_row(row) / history.steps_per_epoch());
}

double epoch_step(const History& history, std::size_t row) {
  return static_cast<double>((signed_row(row) + 1) * history.steps_per_epoch());
}

template <double StepRow::* member>
double step_value(const History& history, std::size_t row) {
  return history.steps()[row].*member;
}

template <double EpochRow::* member>
double epoch_value(const History& history, std::size_t row) {
  return history.epochs()[row].*member;
}

constexpr Column kStepColumns[] = {
    {"step", true, step_number},
    {"epoch", true, step_epoch},
    {"rate", false, step_value<&StepRow::rate>},
    {"loss", false, step_value<&StepRow::loss>},
    {"accuracy", false, step_value<&StepRow::accuracy>},
};

constexpr Column kEpochColumns[] = {
    {"epoch", true, step_number},
    {"step", true, epoch_step},
    {"rate", false, epoch_value<&EpochRow::rate>},
    {"train_loss", false, epoch_value<&EpochRow::train_loss>},
    {"train_accuracy", false, epoch_value<&EpochRow::train_accuracy>},
    {"validation_loss", false, epoch_value<&EpochRow::validation_loss>},
    {"validation_accuracy", false, epoch_value<&EpochRow::validation_accuracy>},
};

Json number(const Column& column, double value) {
  if (!std::isfinite(value)) return nullptr;
  if (column.integer) return static_cast<std::int64_t>(value);
  return value;
}

Json table(const History& history, std::span<const Column> columns, std::size_t rows) {
  Json json = Json::object();
  for (const Column& column : columns) {
    Json::array_t list;
    list.reserve(rows);
    for (std::size_t row = 0; row < rows; ++row) {
      list.push_back(number(column, column.value(history, row)));
    }
    json[std::string(column.name)] = std::move(list);
  }
  return json;
}

}  // namespace

History::History(std::int64_t steps_per_epoch, std::int64_t epochs)
    : steps_per_epoch_(steps_per_epoch) {
  steps_.reserve(static_cast<std::size_t>(steps_per_epoch * epochs));
  epochs_.reserve(static_cast<std::size_t>(epochs));
}

std::span<const Column> History::step_columns() { return kStepColumns; }
std::span<const Column> History::epoch_columns() { return kEpochColumns; }

std::vector<double> History::values(const Column& column, std::size_t from, std::size_t to) const {
  std::vector<double> values;
  values.reserve(to - from);
  for (std::size_t row = from; row < to; ++row) values.push_back(column.value(*this, row));
  return values;
}

Json to_json(const History& history) {
  Json events = Json::array();
  for (const ScheduleEvent& event : history.events()) {
    events.push_back({{"step", event.step}, {"type", "schedule"}, {"schedule", event.schedule}});
  }
  return {{"steps", table(history, History::step_columns(), history.steps().size())},
          {"epochs", table(history, History::epoch_columns(), history.epochs().size())},
          {"events", std::move(events)}};
}

}  // namespace anneal
