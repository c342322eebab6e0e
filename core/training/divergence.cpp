#include "training/divergence.h"

#include <cmath>
#include <cstdio>

namespace anneal {

namespace {

std::string number(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.3g", value);
  return text;
}

std::string cause(const Divergence& divergence) {
  switch (divergence.reason) {
    case DivergenceReason::loss_not_finite:
      return std::isnan(divergence.loss) ? "the loss is not a number" : "the loss is infinite";
    case DivergenceReason::loss_above_limit:
      return "the loss of " + number(divergence.loss) + " is above training.loss_limit";
    case DivergenceReason::gradient_not_finite:
      return "the gradient is not finite";
  }
  return "";
}

}  // namespace

std::optional<DivergenceReason> divergence_reason(double loss, double loss_limit) {
  if (!std::isfinite(loss)) return DivergenceReason::loss_not_finite;
  if (loss > loss_limit) return DivergenceReason::loss_above_limit;
  return std::nullopt;
}

std::optional<DivergenceReason> divergence_reason(double gradient_norm) {
  if (!std::isfinite(gradient_norm)) return DivergenceReason::gradient_not_finite;
  return std::nullopt;
}

std::string describe(const Divergence& divergence) {
  return "the run diverged at step " + std::to_string(divergence.step) + ": " + cause(divergence) +
         ". Weights and optimizer are back as they were at step " +
         std::to_string(divergence.restored) + ". Try a lower learning rate (it was " +
         number(divergence.rate) + ", a third would be " + number(divergence.rate / 3) +
         "), a warm-up, or gradient clipping (optimizer.clip_norm)";
}

Json to_json(const Divergence& divergence) {
  const auto reason = static_cast<std::size_t>(divergence.reason);
  return {{"step", divergence.step},
          {"type", "diverged"},
          {"reason", std::string(names(divergence.reason)[reason])},
          {"rate", divergence.rate},
          {"loss", std::isfinite(divergence.loss) ? Json(divergence.loss) : Json(nullptr)},
          {"restored", divergence.restored},
          {"message", describe(divergence)}};
}

}  // namespace anneal
