#include "schedules/golden_schedules.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string_view>
#include <type_traits>
#include <variant>

#include "golden.h"
#include "schedules/document_reader.h"

namespace anneal::testing {
namespace {

using nlohmann::json;

template <std::size_t I = 0>
schedules::Family read_family(const json& document) {
  if constexpr (I == std::variant_size_v<schedules::Family>) {
    throw std::runtime_error("unknown family " + document.dump());
  } else {
    using F = std::variant_alternative_t<I, schedules::Family>;
    if (document.at("type") != F::type) return read_family<I + 1>(document);
    F family;
    if constexpr (std::is_same_v<F, schedules::Sequence>) {
      for (const json& part : document.at("parts")) {
        std::optional<std::int64_t> length;
        if (part.contains("length")) length = part.at("length");
        family.parts.push_back({read_schedule(part.at("schedule")), length});
      }
    } else {
      read_document(document, family);
    }
    return family;
  }
}

// Whether the family itself has a key of that name.
struct KeyFinder {
  std::string_view wanted;
  bool& found;

  template <class M>
  void required(std::string_view key, M, const Field& = {}) {
    found = found || key == wanted;
  }
  template <class M>
  void optional(std::string_view key, M member, const Field& = {}) {
    required(key, member);
  }
};

bool has_key(const schedules::Family& family, std::string_view key) {
  bool found = false;
  std::visit(
      [&](const auto& alternative) {
        using F = std::decay_t<decltype(alternative)>;
        if constexpr (!std::is_same_v<F, schedules::Sequence>) F::keys(KeyFinder{key, found});
      },
      family);
  return found;
}

}  // namespace

Schedule read_schedule(const json& document) {
  Schedule schedule{read_family(document), Unit::step, std::nullopt, std::nullopt};
  const auto wraps = [&](const char* key) {
    return document.contains(key) && !has_key(schedule.family, key);
  };
  if (wraps("unit")) read_document(document.at("unit"), schedule.unit);
  if (wraps("warmup")) read_document(document.at("warmup"), schedule.warmup);
  if (wraps("min")) read_document(document.at("min"), schedule.min);
  return schedule;
}

std::vector<json> golden_schedules(const std::string& group) {
  std::vector<json> cases;
  for (const json& entry : read_golden("schedules/schedules.json")) {
    if (entry.at("group") == group) cases.push_back(entry);
  }
  return cases;
}

}  // namespace anneal::testing
