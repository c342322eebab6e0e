// The "schedule" section of a document.
#include <string_view>

#include "base/error.h"
#include "base/fields.h"
#include "base/kinds.h"
#include "schedules/schedule.h"

namespace anneal {

namespace {

// Sequences within sequences: reading, checking and asking for a rate all recurse.
constexpr int kDeepest = 8;

int depth_of(const std::string& path) {
  constexpr std::string_view part = ".parts[";
  int depth = 0;
  for (std::size_t at = path.find(part); at != std::string::npos; at = path.find(part, at + 1)) {
    ++depth;
  }
  return depth;
}

}  // namespace

// Ranges are left to problems(), which finds relations, too.
void read_value(const Json& json, const std::string& path, Schedule& schedule) {
  schedule = Schedule{};
  read_section(json, path, "type", true, schedule.family, schedule, Ranges::afterwards);
  fail_first(path, problems(schedule));
}

Json write_value(const Schedule& schedule) {
  return write_section("type", schedule.family, schedule);
}

void describe_value(Json& description, const Schedule&) { description["type"] = "schedule"; }

namespace schedules {

void read_value(const Json& json, const std::string& path, std::vector<Part>& parts) {
  expect_list(json, path, "a list of parts");
  if (depth_of(path) == kDeepest) {
    fail_experiment(path, "expected sequences at most " + std::to_string(kDeepest) +
                              " deep within one another");
  }
  parts.assign(json.size(), Part{});
  for (std::size_t i = 0; i < json.size(); ++i) {
    member::read(json[i], item_path(path, i), parts[i], {}, Ranges::afterwards);
  }
}

Json write_value(const std::vector<Part>& parts) {
  Json json = Json::array();
  for (const Part& part : parts) json.push_back(member::write(part));
  return json;
}

void describe_value(Json& description, const std::vector<Part>&) {
  description["type"] = "parts";
  Part part;
  description["keys"] = describe_fields(fields_of(part));
}

}  // namespace schedules
}  // namespace anneal
