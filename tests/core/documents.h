// Documents that several tests start from, and the error that a bad one gives.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"
#include "experiment/experiment.h"

namespace anneal::testing {

inline Experiment parse(std::string_view text) {
  return parse_experiment(parse_json(text, "the experiment"));
}

// A document with one key beside "version".
inline std::string with(std::string_view entry) {
  return R"({"version": 1, )" + std::string(entry) + "}";
}

// What the core says to a document that it refuses; "accepted" where it does not.
inline std::string refusal(std::string_view text) {
  try {
    parse(text);
  } catch (const Error& error) {
    const bool known = error.kind() == ErrorKind::experiment;
    return known ? error.what() : "of another kind: " + std::string(error.what());
  }
  return "accepted";
}

// Small enough for many runs: three epochs of five steps, the last batch smaller.
inline constexpr std::string_view kSmall = R"({
  "version": 1,
  "seed": 7,
  "data": {"source": "glyphs", "train": 150, "validation": 70},
  "network": {"input": [28, 28, 1], "layers": [
    {"type": "conv2d", "filters": 4, "kernel": 5, "padding": "same"},
    {"type": "relu"},
    {"type": "max_pool2d", "size": 4},
    {"type": "flatten"},
    {"type": "dense", "units": 10}]},
  "optimizer": {"type": "sgd", "momentum": 0.9},
  "schedule": {"type": "exponential", "initial": 0.05, "gamma": 0.99},
  "training": {"epochs": 3, "batch_size": 32}
})";

}  // namespace anneal::testing
