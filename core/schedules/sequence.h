// Schedules one after another, each counting from its own start: PyTorch's SequentialLR, optax'
// join_schedules. A part may have any unit, warm-up or floor of its own.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "schedules/progress.h"

namespace anneal::schedules {

struct Part;  // a schedule and its length: schedules/schedule.h

struct Sequence {
  static constexpr std::string_view type = "sequence";

  std::vector<Part> parts;  // at least one
};

// The part in force at a moment, and the moment as that part sees it: its step counts from the
// part's start and its run is as long as the part.
struct PartMoment {
  const Part* part;
  Progress progress;
};

PartMoment part_at(const Sequence& sequence, Unit unit, const Progress& progress);

}  // namespace anneal::schedules
