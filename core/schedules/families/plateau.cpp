#include "schedules/families/plateau.h"

#include <algorithm>
#include <limits>

namespace anneal::schedules {
namespace {

// A fall smaller than this is not made (PyTorch's `eps`).
constexpr double kSmallestFall = 1e-8;

bool better(const Plateau& plateau, const std::optional<double>& best, double metric) {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  if (plateau.direction() == PlateauMode::min) {
    return metric < best.value_or(infinity) * (1 - plateau.threshold);
  }
  return metric > best.value_or(-infinity) * (1 + plateau.threshold);
}

}  // namespace

PlateauMode Plateau::direction() const {
  if (mode) return *mode;
  const bool accuracy = metric == Metric::validation_accuracy || metric == Metric::train_accuracy;
  return accuracy ? PlateauMode::max : PlateauMode::min;
}

PlateauState begin(const Plateau& plateau) { return {plateau.initial, std::nullopt, 0, 0}; }

bool update(const Plateau& plateau, PlateauState& state, double metric) {
  if (better(plateau, state.best, metric)) {
    state.best = metric;
    state.bad = 0;
  } else {
    ++state.bad;
  }
  if (state.cooldown_left > 0) {
    --state.cooldown_left;
    state.bad = 0;
  }
  if (state.bad <= plateau.patience) return false;

  state.cooldown_left = plateau.cooldown;
  state.bad = 0;
  const double lower = std::max(state.rate * plateau.factor, plateau.min);
  if (!(state.rate - lower > kSmallestFall)) return false;
  state.rate = lower;
  return true;
}

void Plateau::check(Checks& checks) const { checks.number("min", min, between(0, initial)); }

}  // namespace anneal::schedules
