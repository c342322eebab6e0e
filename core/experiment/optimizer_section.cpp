// The "optimizer" section. The rules say their keys themselves (`keys` in core/optim) and what is
// out of range (`problems`).
#include <string>
#include <variant>

#include "base/json_reader.h"
#include "base/json_writer.h"
#include "experiment/json_fields.h"
#include "experiment/sections.h"
#include "experiment/variant_fields.h"

namespace anneal {

void read_value(const Json& json, const std::string& path, OptimizerSettings& settings) {
  settings = {};
  Reader reader(json, path);
  read_type(reader, settings.rule, [](const auto& rule) { return rule.type; });
  std::visit([&]<class R>(R& rule) { R::keys(KeyReader<R>{reader, rule}); }, settings.rule);
  OptimizerSettings::keys(KeyReader<OptimizerSettings>{reader, settings});
  reader.finish();
  const auto faults = problems(settings);
  if (!faults.empty()) fail_experiment(reader.path_of(faults[0].key), faults[0].message);
}

Json write_value(const OptimizerSettings& settings) {
  Writer writer;
  writer.set("type", std::string(type_name(settings)));
  std::visit([&]<class R>(const R& rule) { R::keys(KeyWriter<R>{writer, rule}); }, settings.rule);
  OptimizerSettings::keys(KeyWriter<OptimizerSettings>{writer, settings});
  return writer.take();
}

OptimizerSettings default_optimizer() {
  SgdSettings sgd;
  sgd.momentum = 0.9;
  return {.rule = sgd};
}

}  // namespace anneal
