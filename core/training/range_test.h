// The learning-rate range test: which rate a network can bear, before it is trained. The rate rises
// exponentially from step to step while the loss is watched; afterwards weights, running statistics
// and optimizer are put back, bit for bit. L. N. Smith, "Cyclical learning rates for training
// neural networks", 2017; the rules are fastai's.
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
  double low = 1e-6;         // > 0: the rate of step 0
  double high = 10;          // > low: that of the last
  std::int64_t steps = 100;  // 10 to 10,000
  double smoothing = 0.9;    // in [0, 1): weight of the past in the mean of the loss
  double stop_factor = 4;    // > 1: the smooth loss at this many times its least ends the test
};

// Throws Error (experiment) whose path begins with "range_test".
RangeTestSettings parse_range_test(const Json& document);

struct RateSuggestion {
  double rate = 0;
  std::string rule;  // "steepest" or "tenth_of_minimum"
};

struct RangeTestResult {
  std::vector<double> rates;   // of the steps that were made
  std::vector<double> losses;  // before each step
  // Exponential mean m <- s m + (1 - s) loss, divided by 1 - s^(t + 1), so that it is honest at the
  // start.
  std::vector<double> smooth_losses;
  bool diverged = false;  // the loss ended the test before the last rate
  // "steepest": where the smooth loss falls fastest over the logarithm of the rate, before its
  // least.
  std::optional<double> steepest;
  // "tenth_of_minimum": a tenth of the rate of the least smooth loss.
  std::optional<double> tenth_of_minimum;
  // The smaller of both, with its rule; none where the loss did not fall by a tenth at least.
  std::optional<RateSuggestion> suggestion;
};

class RangeTest {
 public:
  // The trainer outlives the test and is not advanced, or changed, while it lasts.
  RangeTest(Trainer& trainer, const RangeTestSettings& settings);
  // Puts everything back.
  ~RangeTest();
  RangeTest(const RangeTest&) = delete;
  RangeTest& operator=(const RangeTest&) = delete;

  bool finished() const { return finished_; }
  // One step. Throws Error (state) when the test is finished.
  void advance();

  // Of the steps made so far.
  RangeTestResult result() const;

 private:
  Trainer& trainer_;
  RangeTestSettings settings_;
  StateCopy before_;
  std::vector<double> losses_, smooth_losses_;
  double mean_ = 0;   // of the loss, not yet divided
  double least_ = 0;  // smooth loss
  bool diverged_ = false;
  bool finished_ = false;
};

// {"rates", "losses", "smooth_losses", "diverged", "steepest", "tenth_of_minimum", "suggestion":
// {"rate", "rule"}}; null for what there is not.
Json to_json(const RangeTestResult& result);

}  // namespace anneal
