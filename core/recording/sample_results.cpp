#include "recording/sample_results.h"

#include <algorithm>
#include <utility>
#include <variant>

namespace anneal {

void write_probabilities(const LossKind& loss, std::span<const float> outputs,
                         std::span<float> probabilities) {
  std::visit([&](const auto& kind) { kind.probabilities(outputs, probabilities); }, loss);
}

SampleResults::SampleResults(const LossSettings& loss, std::size_t images, std::size_t classes)
    : loss_(loss),
      classes_(classes),
      completed_(images),
      current_(images),
      probabilities_(classes) {}

void SampleResults::add(const float* outputs, const std::uint16_t* labels, std::size_t batch) {
  for (std::size_t n = 0; n < batch; ++n) {
    const std::span<const float> row(outputs + n * classes_, classes_);
    const auto prediction =
        static_cast<std::size_t>(std::max_element(row.begin(), row.end()) - row.begin());
    write_probabilities(loss_.kind, row, probabilities_);
    const BatchLoss own = batch_loss<float>(loss_, row.data(), labels + n, 1, classes_, nullptr);
    current_[added_++] = {static_cast<std::uint16_t>(prediction), probabilities_[prediction],
                          probabilities_[labels[n]], static_cast<float>(own.loss)};
  }
}

void SampleResults::end(std::size_t epoch) {
  std::swap(completed_, current_);
  epoch_ = epoch;
}

std::span<const SampleResult> SampleResults::results() const {
  if (!epoch_) return {};
  return completed_;
}

}  // namespace anneal
