#include "experiment/schema.h"

#include "base/kinds.h"
#include "experiment/experiment.h"

namespace anneal {

namespace {

template <class S>
Json keys_of() {
  S settings{};
  return describe_fields(fields_of(settings));
}

Json describe_initialisers() {
  Json list = Json::array();
  for (const InitialiserKind& kind : kInitialisers) {
    list.push_back({{"type", kind.type}, {"formula", Json::array({kind.formula})}});
  }
  return list;
}

}  // namespace

Json schema() {
  return {
      {"version", kDocumentVersion},
      {"schedules",
       {{"kinds", describe_kinds<schedules::Family>()}, {"wrappers", keys_of<Schedule>()}}},
      {"optimizers",
       {{"kinds", describe_kinds<RuleSettings>()}, {"common", keys_of<OptimizerSettings>()}}},
      {"layers", {{"kinds", describe_kinds<LayerKinds>()}}},
      {"losses", {{"kinds", describe_kinds<LossKind>()}, {"common", keys_of<LossSettings>()}}},
      {"initialisers", {{"kinds", describe_initialisers()}}},
      {"data", {{"kinds", describe_kinds<DataSource>()}, {"common", keys_of<DataSettings>()}}},
      {"network", keys_of<NetworkSettings>()},
      {"training", keys_of<TrainingSettings>()},
      {"experiment", keys_of<Experiment>()},
  };
}

}  // namespace anneal
