#include "recording/history.h"

#include <algorithm>
#include <cmath>
#include <utility>

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
    {"gradient_norm", false, step_value<&StepRow::gradient_norm>},
};

constexpr Column kEpochColumns[] = {
    {"epoch", true, step_number},
    {"step", true, epoch_step},
    {"rate", false, epoch_value<&EpochRow::rate>},
    {"train_loss", false, epoch_value<&EpochRow::train_loss>},
    {"train_accuracy", false, epoch_value<&EpochRow::train_accuracy>},
    {"validation_loss", false, epoch_value<&EpochRow::validation_loss>},
    {"validation_accuracy", false, epoch_value<&EpochRow::validation_accuracy>},
    {"validation_top_k_accuracy", false, epoch_value<&EpochRow::validation_top_k_accuracy>},
    {"weight_norm", false, epoch_value<&EpochRow::weight_norm>},
};

// Confusion matrices are small except for many classes over many epochs. Memory for more cells than
// this is allocated when it is needed.
constexpr std::size_t kMaxCellsReserved = std::size_t{1} << 20;

Json number(double value) {
  if (!std::isfinite(value)) return nullptr;
  return value;
}

Json number(const Column& column, double value) {
  if (column.integer) return static_cast<std::int64_t>(value);
  return number(value);
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

Json layer_table(const History& history, std::size_t layer) {
  const LayerName& name = history.layers()[layer];
  Json json = {{"layer", name.name}, {"type", name.type}};
  const auto column = [&](const char* key, double LayerRow::* member) {
    Json list = Json::array();
    for (std::size_t epoch = 0; epoch < history.epochs().size(); ++epoch) {
      list.push_back(number(history.layer_rows(epoch)[layer].*member));
    }
    json[key] = std::move(list);
  };
  column("weight_norm", &LayerRow::weight_norm);
  column("gradient_norm", &LayerRow::gradient_norm);
  column("update_ratio", &LayerRow::update_ratio);
  column("dead_units", &LayerRow::dead_units);
  return json;
}

Json cells(std::span<const ConfusionCell> confusion) {
  Json list = Json::array();
  for (const ConfusionCell& cell : confusion) {
    list.push_back({cell.label, cell.prediction, cell.images});
  }
  return list;
}

}  // namespace

History::History(std::int64_t steps_per_epoch, std::int64_t epochs, std::vector<LayerName> layers,
                 std::size_t confusion_cells)
    : steps_per_epoch_(steps_per_epoch), layers_(std::move(layers)) {
  const auto count = static_cast<std::size_t>(epochs);
  steps_.reserve(static_cast<std::size_t>(steps_per_epoch) * count);
  epochs_.reserve(count);
  layer_rows_.reserve(count * layers_.size());
  confusion_.reserve(std::min(count * confusion_cells, kMaxCellsReserved));
  confusion_ends_.reserve(count);
}

void History::add(const EpochRow& row, std::span<const LayerRow> layers,
                  std::span<const ConfusionCell> confusion) {
  epochs_.push_back(row);
  layer_rows_.insert(layer_rows_.end(), layers.begin(), layers.end());
  confusion_.insert(confusion_.end(), confusion.begin(), confusion.end());
  confusion_ends_.push_back(confusion_.size());
}

void History::cut(std::int64_t step) {
  const auto epochs = static_cast<std::size_t>(step / steps_per_epoch_);
  steps_.resize(std::min(steps_.size(), static_cast<std::size_t>(step)));
  for (Event& event : events_) {
    if (event["type"] == "schedule")
      event["step"] = std::min(event["step"].get<std::int64_t>(), step);
  }
  if (epochs >= epochs_.size()) return;
  epochs_.resize(epochs);
  layer_rows_.resize(epochs * layers_.size());
  confusion_ends_.resize(epochs);
  confusion_.resize(epochs == 0 ? 0 : confusion_ends_.back());
}

std::span<const LayerRow> History::layer_rows(std::size_t epoch) const {
  return std::span(layer_rows_).subspan(epoch * layers_.size(), layers_.size());
}

std::span<const ConfusionCell> History::confusion(std::size_t epoch) const {
  const std::size_t begin = epoch == 0 ? 0 : confusion_ends_[epoch - 1];
  return std::span(confusion_).subspan(begin, confusion_ends_[epoch] - begin);
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
  Json layers = Json::array(), confusion = Json::array();
  for (std::size_t i = 0; i < history.layers().size(); ++i) {
    layers.push_back(layer_table(history, i));
  }
  for (std::size_t epoch = 0; epoch < history.epochs().size(); ++epoch) {
    confusion.push_back(cells(history.confusion(epoch)));
  }
  return {{"steps", table(history, History::step_columns(), history.steps().size())},
          {"epochs", table(history, History::epoch_columns(), history.epochs().size())},
          {"layers", std::move(layers)},
          {"confusion", std::move(confusion)},
          {"events", history.events()}};
}

}  // namespace anneal
