// The golden cases of the schedules and a reader of their documents. The reader is as short as the
// families' `keys` allow and trusts the file: checking a document is not its business.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "schedules/schedule.h"

namespace anneal::testing {

Schedule read_schedule(const nlohmann::json& document);

// The cases of a group ("cosine", "warmup", ...) of tests/golden/schedules/schedules.json.
std::vector<nlohmann::json> golden_schedules(const std::string& group);

}  // namespace anneal::testing
