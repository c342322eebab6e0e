#include "training/range_test.h"

#include <algorithm>
#include <cmath>

#include "base/error.h"
#include "base/json_reader.h"

namespace anneal {

namespace {

// The minimum is searched from this step on: the first values are hardly smoothed.
constexpr std::size_t kFirstMinimumStep = 5;
// The slope at a step is measured over this many steps on either side.
constexpr std::size_t kSlopeRadius = 2;
// The relative decrease of the loss that a suggestion requires.
constexpr double kMinFall = 0.1;

double rate_at(const RangeTestSettings& settings, std::size_t step) {
  const double along = static_cast<double>(step) / static_cast<double>(settings.steps - 1);
  return settings.low * std::pow(settings.high / settings.low, along);
}

// The step of the minimum of the smoothed loss.
std::size_t minimum_step(const std::vector<double>& smooth) {
  return static_cast<std::size_t>(std::min_element(smooth.begin(), smooth.end()) - smooth.begin());
}

// Rates are evenly spaced on a logarithmic scale, so the slope over steps is proportional to the
// slope over the logarithm of the rate.
std::optional<std::size_t> steepest_step(const std::vector<double>& smooth, std::size_t minimum) {
  std::optional<std::size_t> steepest;
  double slope = 0;
  for (std::size_t i = kSlopeRadius; i + kSlopeRadius <= minimum; ++i) {
    const double here = smooth[i + kSlopeRadius] - smooth[i - kSlopeRadius];
    if (here < slope) {
      slope = here;
      steepest = i;
    }
  }
  return steepest;
}

Json number(const std::optional<double>& value) { return value ? Json(*value) : Json(nullptr); }

Json numbers(const std::vector<double>& values) {
  Json list = Json::array();
  for (const double value : values) list.push_back(std::isfinite(value) ? Json(value) : Json());
  return list;
}

}  // namespace

RangeTestSettings parse_range_test(const Json& document) {
  RangeTestSettings settings;
  Reader reader(document, "range_test");
  constexpr Range above_zero = {.low = 0, .low_open = true};
  reader.optional("low", settings.low, above_zero);
  reader.optional("high", settings.high, above_zero);
  reader.optional("steps", settings.steps, Range{10, 10000});
  reader.optional("smoothing", settings.smoothing, Range{.low = 0, .high = 1, .high_open = true});
  reader.optional("stop_factor", settings.stop_factor, Range{.low = 1, .low_open = true});
  reader.finish();
  if (settings.high <= settings.low) {
    fail_expected("range_test.high", "more than the low rate of " + to_text(settings.low),
                  settings.high);
  }
  return settings;
}

RangeTest::RangeTest(Trainer& trainer, const RangeTestSettings& settings)
    : trainer_(trainer), settings_(settings), saved_state_(trainer.state()) {}

RangeTest::~RangeTest() { saved_state_.restore(trainer_.state()); }

void RangeTest::advance() {
  if (finished_) throw Error(ErrorKind::state, "the range test is finished");
  const std::size_t step = losses_.size();
  const double loss = trainer_.try_update(step, rate_at(settings_, step));
  mean_ = settings_.smoothing * mean_ + (1 - settings_.smoothing) * loss;
  const double smooth = mean_ / (1 - std::pow(settings_.smoothing, static_cast<double>(step) + 1));
  losses_.push_back(loss);
  smooth_losses_.push_back(smooth);
  if (step < kFirstMinimumStep || smooth < min_smooth_loss_) min_smooth_loss_ = smooth;
  diverged_ = !std::isfinite(smooth) || smooth > settings_.stop_factor * min_smooth_loss_;
  finished_ = diverged_ || losses_.size() == static_cast<std::size_t>(settings_.steps);
}

RangeTestResult RangeTest::result() const {
  RangeTestResult result;
  for (std::size_t i = 0; i < losses_.size(); ++i) result.rates.push_back(rate_at(settings_, i));
  result.losses = losses_;
  result.smooth_losses = smooth_losses_;
  result.diverged = diverged_;
  if (losses_.size() <= kFirstMinimumStep) return result;
  const std::size_t minimum = minimum_step(smooth_losses_);
  // The first batch alone may happen to be hard or easy, so the start is the smaller of two
  // smoothed losses.
  const double start = std::min(smooth_losses_.front(), smooth_losses_[kFirstMinimumStep]);
  if (!(smooth_losses_[minimum] < (1 - kMinFall) * start)) return result;
  result.tenth_of_minimum = result.rates[minimum] / 10;
  result.suggestion = {*result.tenth_of_minimum, "tenth_of_minimum"};
  if (const auto steepest = steepest_step(smooth_losses_, minimum)) {
    result.steepest = result.rates[*steepest];
    if (*result.steepest < result.suggestion->rate) {
      result.suggestion = {*result.steepest, "steepest"};
    }
  }
  return result;
}

Json to_json(const RangeTestResult& result) {
  Json suggestion = nullptr;
  if (result.suggestion) {
    suggestion = {{"rate", result.suggestion->rate}, {"rule", result.suggestion->rule}};
  }
  return {{"rates", result.rates},
          {"losses", numbers(result.losses)},
          {"smooth_losses", numbers(result.smooth_losses)},
          {"diverged", result.diverged},
          {"steepest", number(result.steepest)},
          {"tenth_of_minimum", number(result.tenth_of_minimum)},
          {"suggestion", std::move(suggestion)}};
}

}  // namespace anneal
