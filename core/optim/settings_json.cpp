// The "optimizer" section of a document.
#include "base/kinds.h"
#include "optim/kinds.h"

namespace anneal {

// Ranges are left to problems(), which finds relations, too.
void read_value(const Json& json, const std::string& path, OptimizerSettings& settings) {
  settings = {};
  read_section(json, path, "type", true, settings.rule, settings, Ranges::afterwards);
  fail_first(path, problems(settings));
}

Json write_value(const OptimizerSettings& settings) {
  return write_section("type", settings.rule, settings);
}

}  // namespace anneal
