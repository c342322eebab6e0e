// The schema: every kind and every key of a document, with type, default, range, unit, symbol and
// formula, from the lists of kinds and their keys.
#pragma once

#include "base/json_fwd.h"

namespace anneal {

// {"version", "schedules": {"kinds", "wrappers"}, "optimizers": {"kinds", "common"},
//  "layers": {"kinds"}, "losses": {"kinds", "common"}, "initialisers": {"kinds"},
//  "data": {"kinds", "common"}, "network": [Key], "training": [Key], "experiment": [Key]}
// A kind is {"type", "group" (of layers), "formula": [LaTeX], "keys": [Key]}; a key is described in
// base/fields.h, describe_fields. In a formula \key{beta1} stands for a setting and \rate for
// the learning rate of the schedule.
Json schema();

}  // namespace anneal
