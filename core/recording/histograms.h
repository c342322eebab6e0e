// Histograms of weights, gradients and updates over a run, of each parameter apart: weights, biases
// and the parameters of normalisation.
//
// Looked at after every step at first; when the record is full, every second moment of it goes and
// the next are taken half as often. Ends of epochs stay longest, and how it began stays. A coarse
// record has few moments, so that every run can keep one: of a run of n steps it looks at some
// 16 log2(n). A large parameter is looked at on
// 16,384 values or a few less, evenly spread, which bear all figures: a share is then off by 0.004
// at most in two cases of three.
//
// Reads only; everything is allocated when it is made, at most kHistogramBytes of it. A moment
// costs three passes over the sample, about 0.2 ms for each large parameter: some percent of a step
// of a small network while every step is looked at, and next to nothing after that. Left out: the
// record is in no history and no checkpoint; a run that is resumed begins another.
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

// Of the values of a sample; NaN where they are not known.
struct ValueFigures {
  double low = kNotMeasured;
  double high = kNotMeasured;
  double mean = kNotMeasured;
  double deviation = kNotMeasured;  // sqrt(mean of (x - mean)^2)
  double zeros = kNotMeasured;      // share that is exactly 0
  double norm = kNotMeasured;       // Euclidean; of a sample, what it stands for
};

struct ParameterFigures {
  std::array<ValueFigures, kQuantities> of;  // by quantity
  // norm of the update / norm of what it was added to, where that is not 0
  double update_ratio = kNotMeasured;
};

class Histograms {
 public:
  // A moment of the record: `step` updates are done.
  struct Moment {
    std::int64_t serial;  // counts the moments; no two have the same
    std::int64_t step;
    std::size_t slot;
  };

  // Begins with the weights as they are, after `step` updates. The parameters outlive the record.
  Histograms(const std::vector<Parameter<float>*>& parameters, std::int64_t steps_per_epoch,
             std::int64_t step, Detail detail = Detail::fine);

  // A coarse record keeps what it has; from now on every step is looked at, as at a beginning. A
  // fine one stays as it is.
  void refine();

  // Whether the update that is number `step`, counted from 1, is to be looked at.
  bool wants(std::int64_t step) const;

  // Around an update that is: after its gradients are there, and when it is made.
  void before_update();
  void after_update(std::int64_t step);

  // Forgets what came after `step` updates.
  void cut(std::int64_t step);

  const std::vector<ParameterSample>& samples() const { return samples_; }
  // In their order.
  std::span<const Moment> moments() const { return moments_; }
  // [parameters, ValueBins::kCount]: values of the sample in each bin; all 0 where they are not
  // known.
  std::span<const std::uint16_t> counts(const Moment& moment, Quantity quantity) const;
  // [parameters]
  std::span<const ParameterFigures> figures(const Moment& moment) const;

 private:
  bool ends_epoch(std::int64_t step) const;
  void make_room();
  Moment& add(std::int64_t step);
  std::uint16_t* counts_of(std::size_t slot, Quantity quantity, std::size_t parameter);
  ParameterFigures* figures_of(std::size_t slot);
  template <class Pick>
  void measure(Quantity quantity, std::size_t parameter, Pick&& pick);

  std::int64_t steps_per_epoch_;
  std::vector<ParameterSample> samples_;
  std::size_t capacity_;
  std::size_t limit_;  // of moments; fewer than there is room for while the record is coarse
  std::int64_t began_;
  std::vector<Moment> moments_;
  std::vector<std::size_t> free_;  // slots
  std::int64_t next_serial_ = 0;
  std::int64_t step_interval_ = 1;
  std::int64_t epoch_interval_ = 1;
  // Of one slot more than there are moments: the last holds what is being measured.
  std::vector<std::uint16_t> counts_;      // [slots, quantities, parameters, bins]
  std::vector<ParameterFigures> figures_;  // [slots, parameters]
};

// {"parameters": [{"name": "layers.0.weight", "layer": "layers.0", "type": "conv2d", "values",
// "sampled"}, ...], "edges": [of the bins]}
Json describe(const Histograms& histograms, const std::vector<LayerName>& layers);

}  // namespace anneal
