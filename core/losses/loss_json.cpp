// The "loss" section of a document.
#include "base/kinds.h"
#include "losses/loss.h"

namespace anneal {

void read_value(const Json& json, const std::string& path, LossSettings& settings) {
  read_section(json, path, "type", false, settings.kind, settings, Ranges::while_reading);
}

Json write_value(const LossSettings& settings) {
  return write_section("type", settings.kind, settings);
}

}  // namespace anneal
