// Units of the keys of schedules, as the schema names them.
#pragma once

#include <string_view>

namespace anneal::schedules {

inline constexpr std::string_view kRate = "learning rate";
inline constexpr std::string_view kTime = "steps or epochs";

}  // namespace anneal::schedules
