// The end of a run that ran away: when it is one, and what to say of it.
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
  gradient_not_finite,  // the loss is fine, its gradient is not
};
constexpr std::array<std::string_view, 3> names(DivergenceReason) {
  return {"loss_not_finite", "loss_above_limit", "gradient_not_finite"};
}

struct Divergence {
  DivergenceReason reason = DivergenceReason::loss_not_finite;
  std::int64_t step = 0;      // at which it was seen; its update was not made
  std::int64_t restored = 0;  // the step whose weights and optimizer are back: <= step
  double rate = 0;            // that the step would have used
  double loss = 0;            // of the step
};

// Why a step with this loss and norm of the gradient must not be made; nothing if it may.
std::optional<DivergenceReason> divergence_reason(double loss, double loss_limit);
std::optional<DivergenceReason> divergence_reason(double gradient_norm);

// What happened and what to try, in words.
std::string describe(const Divergence& divergence);

// {"step", "type": "diverged", "reason", "rate", "loss" (null: not finite), "restored", "message"}
Json to_json(const Divergence& divergence);

}  // namespace anneal
