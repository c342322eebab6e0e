#include "base/fields.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace anneal {

namespace {

void set_bound(Json& description, const char* name, double bound) {
  if (!std::isfinite(bound)) return;
  if (bound == std::floor(bound) && std::fabs(bound) <= kLargestInteger) {
    description[name] = static_cast<std::int64_t>(bound);
  } else {
    description[name] = bound;
  }
}

// Whether a problem is of that key, of one of its items ("knots[1][0]") or of one of its own keys.
bool is_under(const std::string& problem, std::string_view key) {
  if (!problem.starts_with(key)) return false;
  return problem.size() == key.size() || problem[key.size()] == '[' || problem[key.size()] == '.';
}

bool names_key(const std::vector<Problem>& problems, const std::string& key) {
  return std::any_of(problems.begin(), problems.end(),
                     [&](const Problem& problem) { return problem.key == key; });
}

}  // namespace

void describe_range(Json& description, const Field& field) {
  const Range& range = field.range;
  set_bound(description, range.low_open ? "exclusiveMinimum" : "minimum", range.low);
  set_bound(description, range.high_open ? "exclusiveMaximum" : "maximum", range.high);
  if (field.multiple_of != 1) description["multipleOf"] = field.multiple_of;
}

bool fits(double value, const Field& field) {
  return field.range.contains(value) &&
         std::fmod(value, static_cast<double>(field.multiple_of)) == 0;
}

void read_fields(Reader& reader, const FieldRefs& fields, Ranges ranges) {
  for (const FieldRef& ref : fields) {
    const Json* json = ref.required ? &reader.need(ref.key) : reader.find(ref.key);
    if (json != nullptr) {
      ref.type->read(*json, reader.path_of(ref.key), ref.value, ref.field, ranges);
    } else if (ref.same_as != nullptr) {
      ref.type->assign(ref.value, ref.same_as);
    }
  }
}

void write_fields(Json& object, const FieldRefs& fields) {
  for (const FieldRef& ref : fields) {
    Json value = ref.type->write(ref.value);
    if (!value.is_discarded()) object[std::string(ref.key)] = std::move(value);
  }
}

Json describe_fields(const FieldRefs& fields) {
  Json list = Json::array();
  for (const FieldRef& ref : fields) {
    Json description = {{"key", ref.key}};
    Json type = Json::object();
    ref.type->describe(type, ref.value, ref.field);
    description["type"] = type["type"];
    description["required"] = ref.required;
    if (!ref.required && ref.field.omitted.empty()) {
      Json value = ref.type->write(ref.value);
      if (!value.is_discarded()) description["default"] = std::move(value);
    }
    description.update(type);
    if (!ref.field.unit.empty()) description["unit"] = ref.field.unit;
    if (!ref.field.symbol.empty()) description["symbol"] = ref.field.symbol;
    if (!ref.field.omitted.empty()) description["omitted"] = ref.field.omitted;
    list.push_back(std::move(description));
  }
  return list;
}

std::vector<Problem> check_fields(const FieldRefs& fields, std::vector<Problem> relations) {
  std::vector<Problem> problems;
  for (const FieldRef& ref : fields) {
    const auto rest = std::stable_partition(
        relations.begin(), relations.end(),
        [&](const Problem& problem) { return is_under(problem.key, ref.key); });
    std::vector<Problem> found(std::move_iterator(relations.begin()), std::move_iterator(rest));
    relations.erase(relations.begin(), rest);
    Checks ranges;
    ref.type->check(std::string(ref.key), ref.value, ref.field, ranges);
    for (Problem& problem : ranges.take()) {
      if (!names_key(found, problem.key)) found.push_back(std::move(problem));
    }
    std::move(found.begin(), found.end(), std::back_inserter(problems));
  }
  std::move(relations.begin(), relations.end(), std::back_inserter(problems));
  return problems;
}

Json describe_kind(std::string_view type, std::string_view group,
                   std::span<const char* const> formula, const FieldRefs& fields) {
  Json description = Json::object();
  description["type"] = type;
  if (!group.empty()) description["group"] = group;
  description["formula"] = Json::array();
  for (const char* const line : formula) description["formula"].push_back(line);
  description["keys"] = describe_fields(fields);
  return description;
}

void add_field(FieldRefs& fields, std::string_view key, const Field& field, bool required,
               void* value, const FieldType& type) {
  fields.push_back({key, field, required, value, &type});
}

bool has_key(const FieldRefs& fields, std::string_view key) {
  return std::any_of(fields.begin(), fields.end(),
                     [&](const FieldRef& ref) { return ref.key == key; });
}

}  // namespace anneal
