// A settings struct out of several, chosen by a name in the document: schedules, layers,
// optimizers, losses, data sources. A list of kinds is a std::variant; to add a kind is to add it
// to that list. Each kind has
//   type     its name in the document
//   formula  where it has one, lines of LaTeX in which \key{beta1} stands for a setting and \rate
//   for the learning
//            rate of the schedule
//   keys     base/field.h
// and, where a list is grouped, `group`.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/error.h"
#include "base/fields.h"
#include "base/json_reader.h"

namespace anneal {

// Calls body(kind) with a default-constructed kind of each type in turn.
template <class Variant, class Body>
void for_each_kind(Body&& body) {
  [&]<std::size_t... I>(std::index_sequence<I...>) {
    (body(std::variant_alternative_t<I, Variant>{}), ...);
  }(std::make_index_sequence<std::variant_size_v<Variant>>{});
}

// "adam", as in the document
template <class Variant>
std::string_view type_of(const Variant& kind) {
  return std::visit([](const auto& settings) { return settings.type; }, kind);
}

template <class Variant>
std::vector<std::string_view> type_names() {
  std::vector<std::string_view> types;
  for_each_kind<Variant>([&](const auto& kind) { types.push_back(kind.type); });
  return types;
}

// Sets `value` to the kind that `json`, at `path`, names, with its defaults.
template <class Variant>
void read_type(const Json& json, const std::string& path, Variant& value) {
  const std::vector<std::string_view> types = type_names<Variant>();
  const std::size_t chosen = read_choice(json, path, types);
  std::size_t index = 0;
  for_each_kind<Variant>([&](auto kind) {
    if (index++ == chosen) value = std::move(kind);
  });
}

// The table of the kind's keys; empty for a kind that is read by code of its own.
template <class Variant>
FieldRefs kind_fields(Variant& value) {
  return std::visit(
      []<class K>(K& kind) {
        if constexpr (HasKeys<K>) return fields_of(kind);
        return FieldRefs{};
      },
      value);
}

template <class Variant>
std::vector<Problem> kind_problems(const Variant& value) {
  return std::visit([](const auto& kind) { return problems_of(kind); }, value);
}

// The table of what is common to all kinds of a section, without the keys that the kind lists
// itself.
template <class Common>
FieldRefs common_fields(Common& common, const FieldRefs& kind) {
  FieldRefs fields = fields_of(common);
  std::erase_if(fields, [&](const FieldRef& ref) { return has_key(kind, ref.key); });
  return fields;
}

// A section of a document: the kind, which `name` names, its keys and what is common to all kinds.
// Where the name is not required and is missing, the kind stays as it is.
template <class Variant, class Common>
void read_section(const Json& json, const std::string& path, std::string_view name, bool required,
                  Variant& kind, Common& common, Ranges ranges) {
  Reader reader(json, path);
  const Json* type = required ? &reader.need(name) : reader.find(name);
  if (type != nullptr) read_type(*type, reader.path_of(name), kind);
  const FieldRefs fields = kind_fields(kind);
  read_fields(reader, fields, ranges);
  read_fields(reader, common_fields(common, fields), ranges);
  reader.finish();
}

template <class Variant, class Common>
Json write_section(std::string_view name, Variant kind, Common common) {
  Json json = Json::object();
  json[std::string(name)] = type_of(kind);
  const FieldRefs fields = kind_fields(kind);
  write_fields(json, fields);
  write_fields(json, common_fields(common, fields));
  return json;
}

// The first problem as Error (experiment), its key below `path`.
inline void fail_first(const std::string& path, const std::vector<Problem>& problems) {
  if (!problems.empty()) fail_experiment(path + "." + problems[0].key, problems[0].message);
}

// [{"type", "group", "formula", "keys"}]
template <class Variant>
Json describe_kinds() {
  Json list = Json::array();
  for_each_kind<Variant>([&]<class K>(K kind) {
    std::string_view group;
    std::span<const char* const> formula;
    FieldRefs fields;
    if constexpr (requires { K::group; }) group = K::group;
    if constexpr (requires { K::formula; }) formula = K::formula;
    if constexpr (HasKeys<K>) fields = fields_of(kind);
    list.push_back(describe_kind(K::type, group, formula, fields));
  });
  return list;
}

}  // namespace anneal
