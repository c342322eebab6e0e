#include "schedules/sequence.h"

#include "schedules/schedule.h"

namespace anneal::schedules {

PartMoment part_at(const Sequence& sequence, Unit unit, const Progress& progress) {
  Progress rest = progress;
  for (const Part& part : sequence.parts) {
    const bool last = &part == &sequence.parts.back();
    if (!part.length) return {&part, rest};
    const std::int64_t steps = in_steps(*part.length, unit, rest);
    if (last || rest.step < steps) return {&part, {rest.step, rest.steps_per_epoch, steps}};
    rest = after(rest, steps);
  }
  return {nullptr, rest};
}

}  // namespace anneal::schedules
