// Histograms of the weights, gradients and updates of each parameter tensor over a run.
//
// A snapshot is taken after every step at first. When the record is full, it is downsampled: every
// second snapshot is removed and the interval between snapshots is doubled. Snapshots at the ends
// of epochs are removed last; the first snapshot is always kept. A coarse record has few snapshots,
// so that every run can afford one: about 16 log2(n) of n steps are measured. Tensors with more
// than 16,384 values are measured on an evenly spread sample of about that many; the standard error
// of a share is then at most 0.004.
//
// All memory is allocated on construction, at most kHistogramBytes. Recording never changes the
// run. A snapshot costs three passes over the sample, about 0.2 ms for a large tensor: a few
// percent of a step of a small network while every step is measured, and negligible after that.
//
// Left out: histories and checkpoints do not contain the record. A resumed run starts a new one.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/json.h"
#include "recording/history.h"
#include "recording/parameter_sample.h"
#include "recording/value_bins.h"

namespace anneal {

inline constexpr double kHistogramBytes = 12.0 * (1u << 20);

enum class Detail { coarse, fine };

enum class Quantity : std::size_t { weights, gradients, updates };
inline constexpr std::size_t kQuantities = 3;

// Statistics of the values of a sample; NaN where they are unknown.
struct ValueStatistics {
  double low = kNotMeasured;
  double high = kNotMeasured;
  double mean = kNotMeasured;
  double deviation = kNotMeasured;  // sqrt(mean of (x - mean)^2)
  double zeros = kNotMeasured;      // share of values that are exactly 0
  double norm = kNotMeasured;       // Euclidean norm, scaled from the sample to the whole tensor
};

struct ParameterStatistics {
  std::array<ValueStatistics, kQuantities> of;  // indexed by Quantity
  // norm(update) / norm(weights before the update); NaN where the denominator is 0
  double update_ratio = kNotMeasured;
};

class Histograms {
 public:
  // The state after `step` updates.
  struct Snapshot {
    std::int64_t serial;  // unique and increasing
    std::int64_t step;
    std::size_t slot;
  };

  // Takes the first snapshot: the weights after `step` updates. The parameters must outlive the
  // record.
  Histograms(const std::vector<Parameter<float>*>& parameters, std::int64_t steps_per_epoch,
             std::int64_t step, Detail detail = Detail::fine);

  // Turns a coarse record into a fine one. Existing snapshots stay; from now on every step is
  // measured, as at the start. Does nothing to a fine record.
  void refine();

  // Whether update number `step` (counted from 1) is to be measured.
  bool is_due(std::int64_t step) const;

  // To be called around an update that is due: when its gradients are known, and when it is done.
  void before_update();
  void after_update(std::int64_t step);

  // Removes the snapshots after `step` updates.
  void cut(std::int64_t step);

  const std::vector<ParameterSample>& samples() const { return samples_; }
  // Ordered by step.
  std::span<const Snapshot> snapshots() const { return snapshots_; }
  // [parameters, ValueBins::kCount]: how many values of the sample lie in each bin. All 0 where the
  // quantity is unknown.
  std::span<const std::uint16_t> counts(const Snapshot& snapshot, Quantity quantity) const;
  // [parameters]
  std::span<const ParameterStatistics> statistics(const Snapshot& snapshot) const;

 private:
  bool ends_epoch(std::int64_t step) const;
  void downsample();
  Snapshot& add(std::int64_t step);
  std::uint16_t* counts_of(std::size_t slot, Quantity quantity, std::size_t parameter);
  ParameterStatistics* statistics_of(std::size_t slot);
  template <class Pick>
  void measure(Quantity quantity, std::size_t parameter, Pick&& pick);

  std::int64_t steps_per_epoch_;
  std::vector<ParameterSample> samples_;
  std::size_t capacity_;
  std::size_t limit_;  // number of snapshots; below capacity_ while the record is coarse
  std::int64_t first_step_;
  std::vector<Snapshot> snapshots_;
  std::vector<std::size_t> free_;  // slots
  std::int64_t next_serial_ = 0;
  std::int64_t step_interval_ = 1;
  std::int64_t epoch_interval_ = 1;
  // One slot more than the capacity: the last one is the scratch slot of measure().
  std::vector<std::uint16_t> counts_;            // [slots, quantities, parameters, bins]
  std::vector<ParameterStatistics> statistics_;  // [slots, parameters]
};

// {"parameters": [{"name": "layers.0.weight", "layer": "layers.0", "type": "conv2d", "values",
// "sampled"}, ...], "edges": [of the bins]}
Json describe(const Histograms& histograms, const std::vector<LayerName>& layers);

}  // namespace anneal
