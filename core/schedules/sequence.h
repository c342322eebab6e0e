// Schedules one after another, each counting from its own start: PyTorch's SequentialLR, optax'
// join_schedules. A part may have any unit, warm-up or floor of its own.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/checks.h"
#include "base/json_fwd.h"
#include "schedules/progress.h"

namespace anneal::schedules {

struct Part;  // a schedule and its length: schedules/schedule.h

struct Sequence {
  static constexpr std::string_view type = "sequence";
  static constexpr std::array formula = {
      R"(\eta_t = \eta^{(i)}_{t - t_i}, \quad t_i \le t < t_{i+1}, \quad i \in \key{parts})",
  };

  std::vector<Part> parts;  // at least one

  void check(Checks& checks) const;

  template <class Visit>
  static void keys(Visit&& visit) {
    visit.required("parts", &Sequence::parts);
  }
};

void read_value(const Json& json, const std::string& path, std::vector<Part>& parts);
Json write_value(const std::vector<Part>& parts);
void describe_value(Json& description, const std::vector<Part>&);

// The part in force at a moment, and the moment as that part sees it: its step counts from the
// part's start and its run is as long as the part.
struct PartMoment {
  const Part* part;
  Progress progress;
};

PartMoment part_at(const Sequence& sequence, Unit unit, const Progress& progress);

}  // namespace anneal::schedules
