#include "schedules/sequence.h"

#include <cstddef>
#include <string>

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

void Sequence::check(Checks& checks) const {
  if (parts.empty()) checks.note("parts", "expected at least one part, got none");
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const Part& part = parts[i];
    const std::string key = "parts[" + std::to_string(i) + "]";
    checks.nest(key + ".schedule", problems(part.schedule));
    if (part.length) {
      checks.integer(key + ".length", *part.length, positive);
    } else if (i + 1 < parts.size()) {
      checks.note(key + ".length", "expected a length: only the last part may leave it out");
    }
  }
}

}  // namespace anneal::schedules
