// The name of the JSON type, for headers that only declare functions with it.
#pragma once

#include <nlohmann/json_fwd.hpp>

namespace anneal {

using Json = nlohmann::ordered_json;

}  // namespace anneal
