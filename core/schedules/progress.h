// Where a run stands, and the two clocks a schedule may follow. Integers only: a rate is a function
// of these numbers and of nothing else.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace anneal {

enum class Unit {
  step,   // t counts optimizer updates
  epoch,  // t counts completed epochs: the rate is constant within one
};

constexpr std::array<std::string_view, 2> names(Unit) { return {"step", "epoch"}; }

struct Progress {
  std::int64_t step = 0;             // updates done before the one that the rate is for; from 0
  std::int64_t steps_per_epoch = 1;  // at least 1
  std::int64_t total_steps = 1;      // updates in the whole run
};

// t. A step before the start (inside a warm-up, seen from what follows it) counts as the start.
constexpr std::int64_t position(const Progress& progress, Unit unit) {
  const std::int64_t step = progress.step < 0 ? 0 : progress.step;
  return unit == Unit::step ? step : step / progress.steps_per_epoch;
}

// The run's length in the unit, at least 1; a last epoch that is cut short counts as one.
constexpr std::int64_t run_length(const Progress& progress, Unit unit) {
  const std::int64_t steps = progress.total_steps < 1 ? 1 : progress.total_steps;
  if (unit == Unit::step) return steps;
  return (steps + progress.steps_per_epoch - 1) / progress.steps_per_epoch;
}

constexpr std::int64_t in_steps(std::int64_t length, Unit unit, const Progress& progress) {
  return unit == Unit::step ? length : length * progress.steps_per_epoch;
}

// The same moment, counted from a start that lies `steps` later.
constexpr Progress after(const Progress& progress, std::int64_t steps) {
  return {progress.step - steps, progress.steps_per_epoch, progress.total_steps - steps};
}

}  // namespace anneal
