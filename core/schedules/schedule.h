// A schedule: one family of rates and what is wrapped around it. rate() is a pure function of the
// schedule and of progress (and, for a plateau, of the state it is given): the same whether it is
// asked during a run, for a preview, or for a step of the past.
//
// The document's keys: those of the family (each family's `keys` lists them with the members they
// belong to), and beside them "type", "unit", "warmup" and "min". A key that the family has is the
// family's: "min" of a plateau, "warmup" (a length) of warmup_stable_decay.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/checks.h"
#include "base/json_fwd.h"
#include "schedules/families/constant.h"
#include "schedules/families/cosine.h"
#include "schedules/families/cosine_restarts.h"
#include "schedules/families/cyclic.h"
#include "schedules/families/exponential.h"
#include "schedules/families/inverse_sqrt.h"
#include "schedules/families/inverse_time.h"
#include "schedules/families/linear.h"
#include "schedules/families/multi_step.h"
#include "schedules/families/one_cycle.h"
#include "schedules/families/piecewise.h"
#include "schedules/families/plateau.h"
#include "schedules/families/polynomial.h"
#include "schedules/families/step.h"
#include "schedules/families/tanh.h"
#include "schedules/families/warmup_stable_decay.h"
#include "schedules/progress.h"
#include "schedules/sequence.h"
#include "schedules/units.h"
#include "schedules/warmup.h"

namespace anneal {

namespace schedules {
using Family = std::variant<Constant, Exponential, Linear, Step, MultiStep, Polynomial, InverseTime,
                            Cosine, CosineRestarts, OneCycle, Cyclic, WarmupStableDecay,
                            InverseSqrt, Tanh, Piecewise, Plateau, Sequence>;
}  // namespace schedules

struct Schedule {
  schedules::Family family;
  Unit unit = Unit::step;
  // In front of the family. A `total` left out is then what the warm-up leaves of the run.
  std::optional<schedules::Warmup> warmup = {};
  // The rate is never below this, in the warm-up neither. >= 0
  std::optional<double> min = {};

  // Beside "type" and the family's own.
  template <class Visit>
  static void keys(Visit&& visit) {
    visit.optional("unit", &Schedule::unit);
    visit.optional("warmup", &Schedule::warmup, {.omitted = "no warm-up"});
    visit.optional("min", &Schedule::min,
                   {.range = at_least(0),
                    .unit = schedules::kRate,
                    .symbol = "\\eta_{\\min}",
                    .omitted = "no lower bound"});
  }
};

namespace schedules {
struct Part {
  Schedule schedule;
  // In the sequence's unit, >= 1. The last part may leave it out and lasts to the end of the run;
  // where it has one, it stays in force after it, too.
  std::optional<std::int64_t> length = {};

  template <class Visit>
  static void keys(Visit&& visit) {
    visit.required("schedule", &Part::schedule);
    visit.optional("length", &Part::length,
                   {.range = positive, .unit = kTime, .omitted = "to the end of the run"});
  }
};
}  // namespace schedules

// The rate of the update that `progress.step` updates precede. `plateau` is the state of the
// schedule's plateau, if it has one; without it a plateau gives its initial rate.
double rate(const Schedule& schedule, const Progress& progress,
            const schedules::PlateauState* plateau = nullptr);

// The momentum that the schedule asks for at that step (beta1 in Adam and its like); none where it
// leaves momentum alone. Only one_cycle with "momentum" asks.
std::optional<double> momentum(const Schedule& schedule, const Progress& progress);

// The whole curve: the rates of steps 0 ... steps - 1 of a run of that many steps.
std::vector<double> rates(const Schedule& schedule, std::int64_t steps,
                          std::int64_t steps_per_epoch);

// The plateau of the schedule, wherever it is; null where there is none.
const schedules::Plateau* find_plateau(const Schedule& schedule);

// The plateau that decides the rate at that step: null in a warm-up and in other parts of a
// sequence. Its state takes in an epoch's metric only when it has decided that epoch's last step.
const schedules::Plateau* active_plateau(const Schedule& schedule, const Progress& progress);

// "cosine", as in the document
std::string_view type_name(const Schedule& schedule);

// What is out of range, in the order of the keys; empty for a schedule that may be used. The other
// functions expect such a schedule.
std::vector<Problem> problems(const Schedule& schedule);

// The "schedule" section of a document. Reading throws Error (experiment) for the first problem.
void read_value(const Json& json, const std::string& path, Schedule& schedule);
Json write_value(const Schedule& schedule);
void describe_value(Json& description, const Schedule&);

}  // namespace anneal
