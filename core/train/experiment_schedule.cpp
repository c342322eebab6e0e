// The "schedule" section. The families say their keys themselves (`keys` in core/schedules) and what
// is out of range (`problems`); here is only how each kind of value is read and written.
#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

#include "train/experiment_sections.h"
#include "train/json_reader.h"
#include "train/json_writer.h"
#include "train/variant_fields.h"

namespace anneal {

namespace {

using schedules::Family;
using schedules::Knot;
using schedules::Part;
using schedules::Sequence;

// Sequences within sequences: reading, checking and asking for a rate all recurse.
constexpr int kDeepest = 8;

struct AnyVisitor {
  void required(std::string_view, auto) {}
  void optional(std::string_view, auto) {}
};

template <class T>
concept HasKeys = requires(AnyVisitor visitor) { T::keys(visitor); };

// Reading and writing the value of a member: plain, optional, a list, or a struct with keys. Declared
// together, because they call one another.
void read_member(const Json& json, const std::string& path, std::int64_t& value);
void read_member(const Json& json, const std::string& path, Knot& knot);
template <class T>
void read_member(const Json& json, const std::string& path, T& value);
template <class T>
void read_member(const Json& json, const std::string& path, std::optional<T>& value);
template <class T>
void read_member(const Json& json, const std::string& path, std::vector<T>& list);

Json write_member(const Knot& knot) { return Json::array({knot.t, knot.rate}); }
template <class T>
Json write_member(const T& value);
template <class T>
Json write_member(const std::vector<T>& list);

template <class S>
struct KeyReader {
  Reader& reader;
  S& settings;

  template <class T>
  void required(std::string_view key, T S::*member) {
    read_member(reader.need(key), reader.path_of(key), settings.*member);
  }
  template <class T>
  void optional(std::string_view key, T S::*member) {
    if (const Json* json = reader.find(key)) {
      read_member(*json, reader.path_of(key), settings.*member);
    }
  }
};

template <class S>
struct KeyWriter {
  Writer& writer;
  const S& settings;

  template <class T>
  void required(std::string_view key, T S::*member) {
    writer.set(key, write_member(settings.*member));
  }
  template <class T>
  void optional(std::string_view key, T S::*member) {
    writer.set(key, write_member(settings.*member));
  }
  // What was left out stays out: it means something else than any value would.
  template <class T>
  void optional(std::string_view key, std::optional<T> S::*member) {
    if (settings.*member) writer.set(key, write_member(*(settings.*member)));
  }
};

void read_member(const Json& json, const std::string& path, std::int64_t& value) {
  read_value(json, path, value, whole);
}

void read_member(const Json& json, const std::string& path, Knot& knot) {
  if (!json.is_array() || json.size() != 2) fail_expected(path, "a knot [t, rate]", json);
  read_value(json[0], item_path(path, 0), knot.t);
  read_value(json[1], item_path(path, 1), knot.rate);
}

template <class T>
void read_member(const Json& json, const std::string& path, T& value) {
  if constexpr (HasKeys<T>) {
    Reader reader(json, path);
    KeyReader<T> keys{reader, value};
    T::keys(keys);
    reader.finish();
  } else {
    read_value(json, path, value);
  }
}

template <class T>
void read_member(const Json& json, const std::string& path, std::optional<T>& value) {
  read_member(json, path, value.emplace());
}

template <class T>
void read_member(const Json& json, const std::string& path, std::vector<T>& list) {
  if (!json.is_array()) fail_expected(path, "a list [...]", json);
  list.assign(json.size(), T{});
  for (std::size_t i = 0; i < json.size(); ++i) read_member(json[i], item_path(path, i), list[i]);
}

template <class T>
Json write_member(const T& value) {
  if constexpr (HasKeys<T>) {
    Writer writer;
    KeyWriter<T> keys{writer, value};
    T::keys(keys);
    return writer.take();
  } else {
    return write_value(value);
  }
}

template <class T>
Json write_member(const std::vector<T>& list) {
  Json json = Json::array();
  for (const T& item : list) json.push_back(write_member(item));
  return json;
}

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

// The wrappers around a family. A family that has a "min" of its own (plateau) keeps it.
template <class F>
concept OwnsMin = requires(F family) { family.min; };

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
        KeyReader<Schedule> wrappers{reader, schedule};
        wrappers.optional("unit", &Schedule::unit);
        wrappers.optional("warmup", &Schedule::warmup);
        if constexpr (!OwnsMin<F>) wrappers.optional("min", &Schedule::min);
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
      },
      schedule.family);
  KeyWriter<Schedule> wrappers{writer, schedule};
  wrappers.optional("unit", &Schedule::unit);
  wrappers.optional("warmup", &Schedule::warmup);
  wrappers.optional("min", &Schedule::min);
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
