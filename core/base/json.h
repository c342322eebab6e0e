// The JSON type of documents: keys keep their order, so that a filled-in document reads like the
// one that a person wrote.
#pragma once

#include <nlohmann/json.hpp>
#include <string_view>

#include "base/json_fwd.h"

namespace anneal {

// Throws Error (experiment) with the place of the fault where `text` is not JSON; `what` names the
// document in the message: "the experiment is not JSON: ...".
Json parse_json(std::string_view text, std::string_view what);

// Text that parse_json reads back to the same bits. What JSON cannot say (NaN, infinity) is null.
std::string to_text(const Json& json);

}  // namespace anneal
