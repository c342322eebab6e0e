// Runs shared by several tests.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "documents.h"
#include "formats/safetensors.h"
#include "training/trainer.h"

namespace anneal::testing {

inline Trainer make_trainer(const Experiment& experiment) {
  return Trainer(experiment, make_run_data(experiment, {}));
}

inline Trainer make_trainer(std::string_view document = kSmall) {
  return make_trainer(parse(document));
}

inline void train_to_end(Trainer& trainer) {
  while (!trainer.finished()) trainer.advance();
}

// Trains until `steps` updates are made and no evaluation is running.
inline void train_to(Trainer& trainer, std::int64_t steps) {
  while (trainer.steps_done() < steps || trainer.evaluating()) trainer.advance();
}

inline std::string history_text(const Trainer& trainer) {
  return to_text(to_json(trainer.history()));
}

inline std::vector<std::uint8_t> weights(Trainer& trainer) {
  return write_safetensors(learned_tensors(trainer.network()));
}

inline Schedule constant_schedule(double rate) {
  return parse_schedule({{"type", "constant"}, {"initial", rate}});
}

}  // namespace anneal::testing
