#include "inspection/data_preview.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <string>
#include <utility>

#include "base/error.h"
#include "data/batches.h"

namespace anneal {

namespace {

constexpr std::size_t kRgba = 4;

// Converts network input [H, W, C] back to bytes.
std::vector<std::uint8_t> to_bytes(std::span<const float> input, const Normalisation& normalisation,
                                   std::size_t channels) {
  std::vector<std::uint8_t> bytes(input.size());
  for (std::size_t i = 0; i < input.size(); ++i) {
    double value = input[i];
    if (!normalisation.mean.empty()) {
      const std::size_t c = i % channels;
      value = value * normalisation.deviation[c] + normalisation.mean[c];
    }
    bytes[i] = static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0, 1.0) * 255));
  }
  return bytes;
}

}  // namespace

DataPreview::DataPreview(const Experiment& experiment, const Files& files)
    : images_(images_on_demand(experiment, files)),
      data_(split_data(images_, experiment)),
      sums_(images_->image_shape[2]) {}

void DataPreview::resplit(const Experiment& experiment) {
  const std::vector<std::uint16_t> labels = images_->labels;
  for (const WrongLabel& wrong : data_.wrong_labels) images_->labels[wrong.image] = wrong.truth;
  try {
    data_ = split_data(images_, experiment);
  } catch (...) {
    images_->labels = labels;
    throw;
  }
  sums_ = ChannelSums(images_->image_shape[2]);
  seen_ = 0;
}

std::uint16_t DataPreview::truth(std::uint32_t image) const {
  const auto& wrong = data_.wrong_labels;
  const auto found = std::lower_bound(
      wrong.begin(), wrong.end(), image,
      [](const WrongLabel& label, std::uint32_t index) { return label.image < index; });
  return found != wrong.end() && found->image == image ? found->truth : images_->labels[image];
}

DataPreview::Range DataPreview::range(Part part, std::optional<std::uint16_t> label,
                                      std::size_t first, std::size_t count) const {
  const Split& split = data_.split;
  Range range;
  for (const std::uint32_t image : part == Part::train ? split.train : split.validation) {
    if (label && images_->labels[image] != *label) continue;
    if (range.total >= first && range.images.size() < count) {
      range.images.push_back(image);
      range.labels.push_back(images_->labels[image]);
      range.truths.push_back(truth(image));
    }
    ++range.total;
  }
  const std::size_t bytes = images_->image_bytes() / images_->image_shape[2] * kRgba;
  range.pixels.resize(range.images.size() * bytes);
  for (std::size_t i = 0; i < range.images.size(); ++i) {
    preview_rgba(*images_, range.images[i], range.pixels.data() + i * bytes);
  }
  return range;
}

bool DataPreview::measure(std::size_t count) {
  std::vector<std::uint8_t> scratch(images_->draw ? images_->image_bytes() : 0);
  for (; count > 0 && !measured(); --count, ++seen_) {
    sums_.add(images_->image(data_.split.train[seen_], scratch.data()), images_->image_bytes());
  }
  return measured();
}

std::vector<std::uint8_t> DataPreview::as_trained(const Experiment& experiment, std::uint32_t image,
                                                  std::size_t first, std::size_t epochs) const {
  if (image >= images_->size()) {
    fail_data("there is no image " + std::to_string(image) + ": the data set holds " +
              std::to_string(images_->size()));
  }
  const DataSettings& data = experiment.data;
  if (data.standardise && !measured()) {
    throw Error(ErrorKind::state, "mean and deviation of the images are not measured yet");
  }
  BatchSettings settings;
  if (data.standardise) settings.normalisation = normalisation();
  const AugmentSettings& augment = data.augment;
  settings.augmentation = {augment.shift, augment.flip, augment.cutout};
  Batches batches(*images_, {image}, 1, experiment.seed, false, settings);
  const Shape& shape = images_->image_shape;
  const std::size_t bytes = shape[0] * shape[1] * kRgba;
  std::vector<float> input(images_->image_bytes());
  std::vector<std::uint8_t> rgba(epochs * bytes);
  for (std::size_t epoch = 0; epoch < epochs; ++epoch) {
    batches.write(first + epoch, image, input.data());
    to_rgba(to_bytes(input, settings.normalisation, shape[2]).data(), shape,
            rgba.data() + epoch * bytes);
  }
  return rgba;
}

}  // namespace anneal
