// Divergence: when a training step counts as diverged, and the message about it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/json.h"

namespace anneal {

enum class DivergenceReason {
  loss_not_finite,      // NaN or infinity
  loss_above_limit,     // training.loss_limit
  gradient_not_finite,  // the loss is finite, its gradient is not
};
constexpr std::array<std::string_view, 3> names(DivergenceReason) {
  return {"loss_not_finite", "loss_above_limit", "gradient_not_finite"};
}

struct Divergence {
  DivergenceReason reason = DivergenceReason::loss_not_finite;
  std::int64_t step = 0;      // the step that diverged; its update was not applied
  std::int64_t restored = 0;  // the step whose weights and optimizer state were restored, <= step
  double rate = 0;            // learning rate of the step
  double loss = 0;            // of the step
};

// The reason why a step with this loss or gradient norm counts as diverged; empty where it does
// not.
std::optional<DivergenceReason> divergence_reason(double loss, double loss_limit);
std::optional<DivergenceReason> divergence_reason(double gradient_norm);

// The message for the user: what happened and what to try.
std::string describe(const Divergence& divergence);

// {"step", "type": "diverged", "reason", "rate", "loss" (null where not finite), "restored",
// "message"}
Json to_json(const Divergence& divergence);

}  // namespace anneal
