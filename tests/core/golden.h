// Golden values: what other frameworks computed, in files under tests/golden/ beside the scripts
// that made them.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace anneal::testing {

// A file by its path under tests/golden/: "optim/optimizers.json".
nlohmann::json read_golden(const std::string& path);

}  // namespace anneal::testing
