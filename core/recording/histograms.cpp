#include "recording/histograms.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <string>
#include <utility>

namespace anneal {

namespace {

constexpr std::size_t kMaxSampledValues = 16384;
constexpr std::size_t kMaxSnapshots = 128;
// Fewer snapshots would not show the course of a run.
constexpr std::size_t kMinSnapshots = 16;
constexpr std::size_t kCoarseSnapshots = 32;

constexpr std::size_t bytes_per_snapshot(std::size_t parameters) {
  return parameters *
         (kQuantities * ValueBins::kCount * sizeof(std::uint16_t) + sizeof(ParameterStatistics));
}

std::size_t capacity_for(std::size_t parameters) {
  const auto fitting = static_cast<std::size_t>(kHistogramBytes) / bytes_per_snapshot(parameters);
  return std::clamp(fitting, kMinSnapshots, kMaxSnapshots);
}

}  // namespace

Histograms::Histograms(const std::vector<Parameter<float>*>& parameters,
                       std::int64_t steps_per_epoch, std::int64_t step, Detail detail)
    : steps_per_epoch_(steps_per_epoch),
      capacity_(capacity_for(parameters.size())),
      limit_(detail == Detail::fine ? capacity_ : std::min(capacity_, kCoarseSnapshots)),
      first_step_(step) {
  samples_.reserve(parameters.size());
  for (const Parameter<float>* parameter : parameters) {
    samples_.emplace_back(*parameter, kMaxSampledValues);
  }
  snapshots_.reserve(capacity_);
  for (std::size_t slot = 0; slot < capacity_; ++slot) free_.push_back(capacity_ - 1 - slot);
  counts_.resize((capacity_ + 1) * kQuantities * samples_.size() * ValueBins::kCount);
  statistics_.resize((capacity_ + 1) * samples_.size());
  for (std::size_t p = 0; p < samples_.size(); ++p) {
    measure(Quantity::weights, p, [&](std::size_t k) { return samples_[p].value(k); });
  }
  add(step);
}

void Histograms::refine() {
  if (limit_ == capacity_) return;
  limit_ = capacity_;
  // Recorded steps are multiples of their intervals, which are powers of two. They stay until the
  // new interval has grown to the same size.
  step_interval_ = epoch_interval_ = 1;
}

bool Histograms::ends_epoch(std::int64_t step) const {
  return step % steps_per_epoch_ == 0 && step / steps_per_epoch_ % epoch_interval_ == 0;
}

bool Histograms::is_due(std::int64_t step) const {
  return step % step_interval_ == 0 || ends_epoch(step);
}

void Histograms::before_update() {
  for (std::size_t p = 0; p < samples_.size(); ++p) {
    ParameterSample& sample = samples_[p];
    sample.save_values();
    measure(Quantity::gradients, p, [&](std::size_t k) { return sample.gradient(k); });
  }
}

void Histograms::after_update(std::int64_t step) {
  for (std::size_t p = 0; p < samples_.size(); ++p) {
    const ParameterSample& sample = samples_[p];
    measure(Quantity::weights, p, [&](std::size_t k) { return sample.value(k); });
    measure(Quantity::updates, p,
            [&](std::size_t k) { return sample.value(k) - sample.previous(k); });
    double from = 0;
    for (std::size_t k = 0; k < sample.size(); ++k) {
      from += static_cast<double>(sample.previous(k)) * static_cast<double>(sample.previous(k));
    }
    ParameterStatistics& statistics = statistics_of(capacity_)[p];
    const double norm = std::sqrt(from * sample.weight());
    const double moved = statistics.of[static_cast<std::size_t>(Quantity::updates)].norm;
    statistics.update_ratio = norm == 0 ? kNotMeasured : moved / norm;
  }
  add(step);
}

// Measures one quantity of a parameter and writes it to the scratch slot.
template <class Pick>
void Histograms::measure(Quantity quantity, std::size_t parameter, Pick&& pick) {
  const ParameterSample& sample = samples_[parameter];
  std::uint16_t* const counts = counts_of(capacity_, quantity, parameter);
  std::fill_n(counts, ValueBins::kCount, std::uint16_t{0});
  // Sums of differences from the first value: a mean far from 0 then costs the deviation no
  // precision.
  const float first = pick(0);
  float low = first, high = first;
  double sum = 0, squares = 0, from_zero = 0;
  std::size_t zeros = 0;
  for (std::size_t k = 0; k < sample.size(); ++k) {
    const float value = pick(k);
    ++counts[ValueBins::index(value)];
    low = std::min(low, value);
    high = std::max(high, value);
    zeros += value == 0 ? 1 : 0;
    const double difference = static_cast<double>(value) - static_cast<double>(first);
    sum += difference;
    squares += difference * difference;
    from_zero += static_cast<double>(value) * static_cast<double>(value);
  }
  const auto count = static_cast<double>(sample.size());
  const double mean = sum / count;
  ParameterStatistics& statistics = statistics_of(capacity_)[parameter];
  statistics.of[static_cast<std::size_t>(quantity)] = {
      low,
      high,
      first + mean,
      std::sqrt(std::max(0.0, squares / count - mean * mean)),
      static_cast<double>(zeros) / count,
      std::sqrt(from_zero * sample.weight())};
}

// Copies the scratch slot to a new snapshot.
Histograms::Snapshot& Histograms::add(std::int64_t step) {
  downsample();
  const std::size_t slot = free_.back();
  free_.pop_back();
  const std::size_t size = kQuantities * samples_.size() * ValueBins::kCount;
  std::copy_n(counts_.begin() + static_cast<std::ptrdiff_t>(capacity_ * size), size,
              counts_.begin() + static_cast<std::ptrdiff_t>(slot * size));
  std::copy_n(statistics_of(capacity_), samples_.size(), statistics_of(slot));
  return snapshots_.emplace_back(Snapshot{next_serial_++, step, slot});
}

void Histograms::downsample() {
  while (snapshots_.size() >= limit_) {
    const auto ends =
        std::count_if(snapshots_.begin(), snapshots_.end(),
                      [&](const Snapshot& snapshot) { return ends_epoch(snapshot.step); });
    const bool mostly_ends = static_cast<std::size_t>(ends) * 2 > limit_;
    (mostly_ends ? epoch_interval_ : step_interval_) *= 2;
    std::erase_if(snapshots_, [&](const Snapshot& snapshot) {
      const bool is_removed = snapshot.step != first_step_ && !is_due(snapshot.step);
      if (is_removed) free_.push_back(snapshot.slot);
      return is_removed;
    });
  }
}

void Histograms::cut(std::int64_t step) {
  while (!snapshots_.empty() && snapshots_.back().step > step) {
    free_.push_back(snapshots_.back().slot);
    snapshots_.pop_back();
  }
}

std::uint16_t* Histograms::counts_of(std::size_t slot, Quantity quantity, std::size_t parameter) {
  const std::size_t row = slot * kQuantities + static_cast<std::size_t>(quantity);
  return counts_.data() + (row * samples_.size() + parameter) * ValueBins::kCount;
}

ParameterStatistics* Histograms::statistics_of(std::size_t slot) {
  return statistics_.data() + slot * samples_.size();
}

std::span<const std::uint16_t> Histograms::counts(const Snapshot& snapshot,
                                                  Quantity quantity) const {
  const std::size_t size = samples_.size() * ValueBins::kCount;
  const std::size_t row = snapshot.slot * kQuantities + static_cast<std::size_t>(quantity);
  return std::span(counts_).subspan(row * size, size);
}

std::span<const ParameterStatistics> Histograms::statistics(const Snapshot& snapshot) const {
  return std::span(statistics_).subspan(snapshot.slot * samples_.size(), samples_.size());
}

Json describe(const Histograms& histograms, const std::vector<LayerName>& layers) {
  Json parameters = Json::array();
  for (const ParameterSample& sample : histograms.samples()) {
    const std::string& name = sample.parameter().name;
    const std::string layer = name.substr(0, name.rfind('.'));
    const auto found = std::find_if(layers.begin(), layers.end(),
                                    [&](const LayerName& known) { return known.name == layer; });
    parameters.push_back({{"name", name},
                          {"layer", layer},
                          {"type", found == layers.end() ? "" : found->type},
                          {"values", sample.parameter().value.size()},
                          {"sampled", sample.size()}});
  }
  return {{"parameters", std::move(parameters)}, {"edges", ValueBins::edges()}};
}

}  // namespace anneal
