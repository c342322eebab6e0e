#include "schedules/schedule.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <type_traits>

#include "base/kinds.h"

namespace anneal {
namespace {

using schedules::OneCycle;
using schedules::Part;
using schedules::PartMoment;
using schedules::Plateau;
using schedules::PlateauState;
using schedules::Sequence;

bool warming_up(const Schedule& schedule, const Progress& progress) {
  return schedule.warmup && position(progress, schedule.unit) < schedule.warmup->length;
}

// The moment as the family sees it, counted from the end of the warm-up.
Progress family_progress(const Schedule& schedule, const Progress& progress) {
  if (!schedule.warmup) return progress;
  return after(progress, in_steps(schedule.warmup->length, schedule.unit, progress));
}

double family_rate(const Schedule& schedule, const Progress& progress, const PlateauState* state) {
  const auto t = static_cast<double>(position(progress, schedule.unit));
  const auto run = static_cast<double>(run_length(progress, schedule.unit));
  return std::visit(
      [&](const auto& family) {
        using F = std::decay_t<decltype(family)>;
        if constexpr (std::is_same_v<F, Sequence>) {
          const PartMoment now = part_at(family, schedule.unit, progress);
          return rate(now.part->schedule, now.progress, state);
        } else if constexpr (std::is_same_v<F, Plateau>) {
          return state ? state->rate : family.initial;
        } else if constexpr (requires { family.rate(t, run); }) {
          return family.rate(t, run);
        } else {
          return family.rate(t);
        }
      },
      schedule.family);
}

std::size_t count_plateaus(const Schedule& schedule) {
  if (std::holds_alternative<Plateau>(schedule.family)) return 1;
  std::size_t count = 0;
  if (const auto* sequence = std::get_if<Sequence>(&schedule.family)) {
    for (const Part& part : sequence->parts) count += count_plateaus(part.schedule);
  }
  return count;
}

}  // namespace

double rate(const Schedule& schedule, const Progress& progress, const PlateauState* plateau) {
  double value = family_rate(schedule, family_progress(schedule, progress), plateau);
  if (warming_up(schedule, progress)) {
    // family_progress lies before the family's start, so that `value` is what it starts with.
    value = schedule.warmup->rate(static_cast<double>(position(progress, schedule.unit)), value);
  }
  return schedule.min ? std::max(value, *schedule.min) : value;
}

std::optional<double> momentum(const Schedule& schedule, const Progress& progress) {
  const Progress inner = family_progress(schedule, progress);
  if (const auto* sequence = std::get_if<Sequence>(&schedule.family)) {
    const PartMoment now = part_at(*sequence, schedule.unit, inner);
    return momentum(now.part->schedule, now.progress);
  }
  if (const auto* cycle = std::get_if<OneCycle>(&schedule.family)) {
    return cycle->momentum_at(static_cast<double>(position(inner, schedule.unit)),
                              static_cast<double>(run_length(inner, schedule.unit)));
  }
  return std::nullopt;
}

std::vector<double> rates(const Schedule& schedule, std::int64_t steps,
                          std::int64_t steps_per_epoch) {
  std::vector<double> curve(static_cast<std::size_t>(std::max<std::int64_t>(0, steps)));
  Progress progress{0, steps_per_epoch, steps};
  for (double& value : curve) {
    value = rate(schedule, progress);
    ++progress.step;
  }
  return curve;
}

const Plateau* find_plateau(const Schedule& schedule) {
  if (const auto* plateau = std::get_if<Plateau>(&schedule.family)) return plateau;
  if (const auto* sequence = std::get_if<Sequence>(&schedule.family)) {
    for (const Part& part : sequence->parts) {
      if (const Plateau* plateau = find_plateau(part.schedule)) return plateau;
    }
  }
  return nullptr;
}

const Plateau* active_plateau(const Schedule& schedule, const Progress& progress) {
  if (warming_up(schedule, progress)) return nullptr;
  if (const auto* plateau = std::get_if<Plateau>(&schedule.family)) return plateau;
  if (const auto* sequence = std::get_if<Sequence>(&schedule.family)) {
    const PartMoment now = part_at(*sequence, schedule.unit, family_progress(schedule, progress));
    return active_plateau(now.part->schedule, now.progress);
  }
  return nullptr;
}

std::string_view type_name(const Schedule& schedule) { return type_of(schedule.family); }

std::vector<Problem> problems(const Schedule& schedule) {
  std::vector<Problem> found = kind_problems(schedule.family);
  for (Problem& problem : problems_of(schedule)) found.push_back(std::move(problem));
  if (count_plateaus(schedule) > 1) {
    found.push_back(
        {"parts", "expected at most one plateau, got " + std::to_string(count_plateaus(schedule))});
  }
  return found;
}

}  // namespace anneal
