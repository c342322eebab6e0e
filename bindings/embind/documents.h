// Questions about documents that need no run.
#pragma once

#include <string>

#include "bindings/embind/convert.h"
#include "bindings/embind/result.h"
#include "training/speed.h"

namespace anneal::bindings {

// The filled-in document.
TextResult complete_experiment(const std::string& document);
Result<LayerList> describe_network(const std::string& document);

struct CheckedExperiment {
  Text experiment{emscripten::val::undefined()};  // JSON, filled in
  LayerList layers{emscripten::val::undefined()};
  double required_bytes = 0;
};
// complete_experiment, describe_network and required_bytes in one: the document is read once. Where
// `shape` is not empty, check_fit too.
Result<CheckedExperiment> check_experiment(const std::string& document, const std::string& shape,
                                           double classes);
// How fast this build trains the document's network here (training/speed.h).
Result<Speed> measure_speed(const std::string& document, double milliseconds);
// Bytes that are enough for a run of the document (training/memory.h).
Result<double> required_bytes(const std::string& document);
// The files that a run of the document needs.
Result<TextList> file_names(const std::string& document);
// The rate of every step.
Result<Float64Array> rates(const std::string& schedule, double steps, double steps_per_epoch);
// Throws at network.input or network.layers where the document's network does not take images of
// that shape, JSON [H, W, C], or has fewer outputs than there are classes.
Status check_fit(const std::string& document, const std::string& shape, double classes);

}  // namespace anneal::bindings
