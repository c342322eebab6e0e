// The learning-rate range test: finds a usable learning rate before training. The rate rises
// exponentially from step to step while the loss is recorded. Afterwards parameters, running
// statistics and optimizer state are restored bit for bit. L. N. Smith, "Cyclical learning rates
// for training neural networks", 2017; the rules for the suggestion are those of fastai.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/json.h"
#include "training/trainer.h"

namespace anneal {

// {"low": 1e-6, "high": 10, "steps": 100, "smoothing": 0.9, "stop_factor": 4}
struct RangeTestSettings {
  double low = 1e-6;         // > 0: rate of the first step
  double high = 10;          // > low: rate of the last step
  std::int64_t steps = 100;  // 10 to 10,000
  double smoothing = 0.9;    // in [0, 1): decay of the exponential mean of the loss
  double stop_factor =
      4;  // > 1: the test stops where the smoothed loss exceeds this times its minimum
};

// Throws Error (experiment) whose path begins with "range_test".
RangeTestSettings parse_range_test(const Json& document);

struct RateSuggestion {
  double rate = 0;
  std::string rule;  // "steepest" or "tenth_of_minimum"
};

struct RangeTestResult {
  std::vector<double> rates;   // of each step
  std::vector<double> losses;  // before each step
  // Exponential mean m <- s m + (1 - s) loss, divided by 1 - s^(t + 1) to correct the bias of the
  // first steps.
  std::vector<double> smooth_losses;
  bool diverged = false;  // stopped early, because the loss grew too large
  // "steepest": the rate where the smoothed loss falls fastest over the logarithm of the rate,
  // before its minimum.
  std::optional<double> steepest;
  // "tenth_of_minimum": a tenth of the rate at the minimum of the smoothed loss.
  std::optional<double> tenth_of_minimum;
  // The smaller of the two, with its rule; empty unless the smoothed loss fell by at least a tenth.
  std::optional<RateSuggestion> suggestion;
};

class RangeTest {
 public:
  // The trainer must outlive the test and must not be used otherwise while it runs.
  RangeTest(Trainer& trainer, const RangeTestSettings& settings);
  // Restores the state of the trainer.
  ~RangeTest();
  RangeTest(const RangeTest&) = delete;
  RangeTest& operator=(const RangeTest&) = delete;

  bool finished() const { return finished_; }
  // Makes one step. Throws Error (state) when the test is finished.
  void advance();

  // The result of the steps so far.
  RangeTestResult result() const;

 private:
  Trainer& trainer_;
  RangeTestSettings settings_;
  StateCopy saved_state_;
  std::vector<double> losses_, smooth_losses_;
  double mean_ = 0;  // exponential mean of the loss, without bias correction
  double min_smooth_loss_ = 0;
  bool diverged_ = false;
  bool finished_ = false;
};

// {"rates", "losses", "smooth_losses", "diverged", "steepest", "tenth_of_minimum", "suggestion":
// {"rate", "rule"}}; missing values are null.
Json to_json(const RangeTestResult& result);

}  // namespace anneal
