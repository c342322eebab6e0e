// The "schedule" section. The families say their keys themselves (`keys` in core/schedules) and
// what is out of range (`problems`); here is what lies around a family.
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "base/json_reader.h"
#include "base/json_writer.h"
#include "experiment/json_fields.h"
#include "experiment/sections.h"
#include "experiment/variant_fields.h"

namespace anneal {

namespace {

using schedules::Part;
using schedules::Sequence;

// Sequences within sequences: reading, checking and asking for a rate all recurse.
constexpr int kDeepest = 8;

void read_schedule(const Json& json, const std::string& path, Schedule& schedule, int depth);

void read_parts(Reader& reader, Sequence& sequence, int depth) {
  const Json& json = reader.need("parts");
  const std::string path = reader.path_of("parts");
  if (!json.is_array()) fail_expected(path, "a list of parts", json);
  if (depth == kDeepest) {
    fail_experiment(path, "expected sequences at most " + std::to_string(kDeepest) +
                              " deep within one another");
  }
  for (std::size_t i = 0; i < json.size(); ++i) {
    Reader part_reader(json[i], item_path(path, i));
    Part part;
    read_schedule(part_reader.need("schedule"), part_reader.path_of("schedule"), part.schedule,
                  depth + 1);
    KeyReader<Part>{part_reader, part}.optional("length", &Part::length);
    part_reader.finish();
    sequence.parts.push_back(std::move(part));
  }
}

// The wrappers around a family F, in the form of a reader or a writer. A key that the family lists,
// too, is the family's.
template <class F, class Form>
void wrappers(Form form) {
  const auto optional = [&](std::string_view key, auto member) {
    if (!has_key<F>(key)) form.optional(key, member);
  };
  optional("unit", &Schedule::unit);
  optional("warmup", &Schedule::warmup);
  optional("min", &Schedule::min);
}

void read_schedule(const Json& json, const std::string& path, Schedule& schedule, int depth) {
  Reader reader(json, path);
  schedule = Schedule{};
  read_type(reader, schedule.family, [](const auto& family) { return family.type; });
  std::visit(
      [&]<class F>(F& family) {
        if constexpr (HasKeys<F>) {
          KeyReader<F> keys{reader, family};
          F::keys(keys);
        } else {
          read_parts(reader, family, depth);
        }
        wrappers<F>(KeyReader<Schedule>{reader, schedule});
      },
      schedule.family);
  reader.finish();
}

Json write_parts(const Sequence& sequence) {
  Json parts = Json::array();
  for (const Part& part : sequence.parts) {
    Json json = {{"schedule", write_value(part.schedule)}};
    if (part.length) json["length"] = *part.length;
    parts.push_back(std::move(json));
  }
  return parts;
}

}  // namespace

void read_value(const Json& json, const std::string& path, Schedule& schedule) {
  read_schedule(json, path, schedule, 0);
  const auto faults = problems(schedule);
  if (!faults.empty()) fail_experiment(path + "." + faults[0].key, faults[0].message);
}

Json write_value(const Schedule& schedule) {
  Writer writer;
  writer.set("type", std::string(type_name(schedule)));
  std::visit(
      [&]<class F>(const F& family) {
        if constexpr (HasKeys<F>) {
          KeyWriter<F> keys{writer, family};
          F::keys(keys);
        } else {
          writer.set("parts", write_parts(family));
        }
        wrappers<F>(KeyWriter<Schedule>{writer, schedule});
      },
      schedule.family);
  return writer.take();
}

Schedule default_schedule() {
  schedules::Step step;
  step.initial = 0.1;
  step.factor = 0.1;
  step.every = 10;
  Schedule schedule;
  schedule.family = step;
  schedule.unit = Unit::epoch;
  return schedule;
}

Schedule parse_schedule(const Json& document, const std::string& path) {
  Schedule schedule;
  read_value(document, path, schedule);
  return schedule;
}

Json to_json(const Schedule& schedule) { return write_value(schedule); }

}  // namespace anneal
