// The rate falls when a metric stops getting better. The one family that is not a function of
// progress alone: its state is a plain struct, visible and saved, and changes in one place.
// PyTorch's ReduceLROnPlateau with a relative threshold (Keras' compares with an absolute one).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/checks.h"
#include "schedules/units.h"

namespace anneal::schedules {

// The columns of a run's history that a plateau may watch.
enum class Metric { validation_loss, validation_accuracy, train_loss, train_accuracy };

constexpr std::array<std::string_view, 4> names(Metric) {
  return {"validation_loss", "validation_accuracy", "train_loss", "train_accuracy"};
}

enum class PlateauMode { min, max };

constexpr std::array<std::string_view, 2> names(PlateauMode) { return {"min", "max"}; }

// A metric value is better than the best b if it is below b * (1 - threshold) (mode min) or above
// b * (1 + threshold) (mode max). More than `patience` values in a row that are not better: the
// rate becomes max(rate * factor, min), and for `cooldown` values bad ones are not counted.
struct Plateau {
  static constexpr std::string_view type = "plateau";
  static constexpr std::array formula = {
      R"(\eta \leftarrow \max(\key{factor} \, \eta, \key{min}) \quad \text{after more than } \key{patience} \text{ epochs that are not better})",
  };

  double initial = 0;          // > 0
  double factor = 0.1;         // in (0, 1)
  std::int64_t patience = 10;  // >= 0
  double threshold = 1e-4;     // in [0, 1)
  std::int64_t cooldown = 0;   // >= 0
  double min = 0;              // in [0, initial]
  // Left out: min for a loss, max for an accuracy.
  std::optional<PlateauMode> mode = {};
  Metric metric = Metric::validation_loss;

  PlateauMode direction() const;
  void check(Checks& checks) const;

  template <class Visit>
  static void keys(Visit&& visit) {
    visit.required("initial", &Plateau::initial,
                   {.range = above(0), .unit = kRate, .symbol = "\\eta_0"});
    visit.optional("factor", &Plateau::factor, {.range = inside(0, 1), .symbol = "\\gamma"});
    visit.optional("patience", &Plateau::patience,
                   {.range = not_negative, .unit = "epochs", .symbol = "p"});
    visit.optional("threshold", &Plateau::threshold, {.range = share(), .symbol = "\\epsilon"});
    visit.optional("cooldown", &Plateau::cooldown,
                   {.range = not_negative, .unit = "epochs", .symbol = "c"});
    visit.optional("min", &Plateau::min,
                   {.range = at_least(0), .unit = kRate, .symbol = "\\eta_{\\min}"});
    visit.optional("mode", &Plateau::mode, {.omitted = "min for a loss, max for an accuracy"});
    visit.optional("metric", &Plateau::metric);
  }
};

struct PlateauState {
  double rate = 0;
  std::optional<double> best = {};  // none before the first value
  std::int64_t bad = 0;             // values in a row that were not better
  std::int64_t cooldown_left = 0;   // values for which bad ones are not counted yet

  friend bool operator==(const PlateauState&, const PlateauState&) = default;
};

// The state before any value was seen.
PlateauState begin(const Plateau& plateau);

// Takes in one value of the metric (an epoch's). True if the rate fell. A NaN is never better.
bool update(const Plateau& plateau, PlateauState& state, double metric);

}  // namespace anneal::schedules
