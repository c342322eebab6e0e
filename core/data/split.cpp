#include "data/split.h"

#include <algorithm>
#include <numeric>
#include <string>

#include "base/error.h"
#include "base/random.h"

namespace anneal {

namespace {

void check_enough(const Dataset& dataset, std::size_t train, std::size_t validation) {
  // Compared without an addition, which could overflow.
  if (train <= dataset.size() && validation <= dataset.size() - train) return;
  fail_data(std::to_string(train) + " training and " + std::to_string(validation) +
            " held-out images were asked for, but there are only " +
            std::to_string(dataset.size()));
}

std::vector<std::uint32_t> all_indices(const Dataset& dataset) {
  std::vector<std::uint32_t> indices(dataset.size());
  std::iota(indices.begin(), indices.end(), 0u);
  return indices;
}

// Distributes `total` among the classes in proportion to `counts`, at most `available` each.
std::vector<std::size_t> proportional(const std::vector<std::size_t>& counts,
                                      const std::vector<std::size_t>& available, std::size_t images,
                                      std::size_t total) {
  const std::size_t classes = counts.size();
  std::vector<std::size_t> shares(classes);
  std::vector<std::uint64_t> remainders(classes);
  std::size_t given = 0;
  for (std::size_t c = 0; c < classes; ++c) {
    const std::uint64_t product = std::uint64_t{counts[c]} * total;
    shares[c] = std::min<std::size_t>(static_cast<std::size_t>(product / images), available[c]);
    remainders[c] = product % images;
    given += shares[c];
  }
  std::vector<std::size_t> order(classes);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
  // The outer loop repeats where a class had nothing left in the first pass.
  while (given < total) {
    for (std::size_t i = 0; i < classes && given < total; ++i) {
      if (shares[order[i]] == available[order[i]]) continue;
      ++shares[order[i]];
      ++given;
    }
  }
  return shares;
}

}  // namespace

Split split(const Dataset& dataset, std::size_t train, std::size_t validation, std::uint64_t seed,
            bool shuffle) {
  check_enough(dataset, train, validation);
  std::vector<std::uint32_t> order = all_indices(dataset);
  if (shuffle) Random(seed, stream_id("split")).shuffle(std::span(order));
  const auto middle = order.begin() + static_cast<std::ptrdiff_t>(train);
  return {{order.begin(), middle}, {middle, middle + static_cast<std::ptrdiff_t>(validation)}};
}

Split stratified_split(const Dataset& dataset, std::size_t train, std::size_t validation,
                       std::uint64_t seed) {
  check_enough(dataset, train, validation);
  std::vector<std::uint32_t> order = all_indices(dataset);
  Random random(seed, stream_id("split"));
  random.shuffle(std::span(order));

  const std::vector<std::size_t> counts = class_counts(dataset, order);
  const std::size_t images = std::max<std::size_t>(dataset.size(), 1);
  std::vector<std::size_t> for_training = proportional(counts, counts, images, train);
  std::vector<std::size_t> left(dataset.classes);
  for (std::size_t c = 0; c < left.size(); ++c) left[c] = counts[c] - for_training[c];
  std::vector<std::size_t> held_out = proportional(counts, left, images, validation);

  Split result;
  result.train.reserve(train);
  result.validation.reserve(validation);
  for (const std::uint32_t index : order) {
    const std::uint16_t label = dataset.labels[index];
    if (for_training[label] > 0) {
      --for_training[label];
      result.train.push_back(index);
    } else if (held_out[label] > 0) {
      --held_out[label];
      result.validation.push_back(index);
    }
  }
  return result;
}

std::vector<WrongLabel> add_label_noise(Dataset& dataset, std::span<const std::uint32_t> indices,
                                        double share, std::uint64_t seed) {
  if (!(share >= 0 && share <= 1)) {
    fail_experiment("data.label_noise",
                    "expected a share between 0 and 1, got " + std::to_string(share));
  }
  const auto count = static_cast<std::size_t>(share * static_cast<double>(indices.size()) + 0.5);
  if (count == 0) return {};
  if (dataset.classes < 2) {
    fail_data("label noise needs two classes at least, but there is only " +
              std::to_string(dataset.classes));
  }
  std::vector<std::uint32_t> chosen(indices.begin(), indices.end());
  Random random(seed, stream_id("noise"));
  random.shuffle(std::span(chosen));
  chosen.resize(count);
  std::sort(chosen.begin(), chosen.end());
  std::vector<WrongLabel> wrong;
  wrong.reserve(count);
  for (const std::uint32_t index : chosen) {
    std::uint16_t& label = dataset.labels[index];
    wrong.push_back({index, label});
    const std::uint64_t step = 1 + random.below(dataset.classes - 1);
    label = static_cast<std::uint16_t>((label + step) % dataset.classes);
  }
  return wrong;
}

}  // namespace anneal
