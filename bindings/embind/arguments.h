// Arguments of calls from JavaScript, read and checked: documents are text, numbers are doubles.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>

#include "base/error.h"
#include "base/json.h"
#include "experiment/experiment.h"

namespace anneal::bindings {

// Throws Error (experiment) where the text is not JSON or not an experiment.
inline Experiment experiment_of(const std::string& document) {
  return parse_experiment(parse_json(document, "the experiment"));
}

// An integer from `least` to `most`. Throws Error (state) that names the argument.
inline std::int64_t integer_of(double value, double least, double most, const char* name) {
  if (value >= least && value <= most && value == std::floor(value)) {
    return static_cast<std::int64_t>(value);
  }
  const auto text = [](double bound) { return std::to_string(static_cast<long long>(bound)); };
  throw Error(ErrorKind::state, std::string(name) + ": expected an integer from " + text(least) +
                                    " to " + text(most));
}

inline std::size_t count_of(double value, double most, const char* name) {
  return static_cast<std::size_t>(integer_of(value, 0, most, name));
}

}  // namespace anneal::bindings
