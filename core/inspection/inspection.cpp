#include "inspection/inspection.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "base/error.h"
#include "training/evaluation.h"

namespace anneal {

namespace {

constexpr std::string_view kWeight = ".weight";

[[noreturn]] void fail_state(const std::string& message) { throw Error(ErrorKind::state, message); }

// Convolution filters are the only parameters with four axes.
bool are_filters(const Parameter<float>& parameter) { return parameter.value.dimension() == 4; }

bool matches(const SampleFilter& filter, std::uint16_t label, const SampleResult* result) {
  if (filter.label && *filter.label != label) return false;
  if (result == nullptr) return !filter.prediction && !filter.wrong;
  if (filter.prediction && *filter.prediction != result->prediction) return false;
  return !filter.wrong || result->prediction != label;
}

// A loss that is not a number counts as the worst.
float sort_key(const SampleResult& result) {
  return std::isnan(result.loss) ? std::numeric_limits<float>::infinity() : result.loss;
}

}  // namespace

Inspection::Inspection(Trainer& trainer)
    : trainer_(&trainer),
      input_(zeros<float>({element_count(trainer.network().input_shape())})),
      probabilities_(trainer.output_classes()),
      scratch_(trainer.data().images->image_bytes()) {
  add_layers(trainer.network().stack(), "layers.");
}

void Inspection::add_layers(const Stack<float>& stack, const std::string& prefix) {
  for (std::size_t i = 0; i < stack.layers().size(); ++i) {
    const Layer<float>& layer = *stack.layers()[i];
    const std::string name = prefix + std::to_string(i);
    if (const Stack<float>* inner = layer.inner()) add_layers(*inner, name + ".layers.");
    memory_.push_back(zeros<float>({element_count(layer.output_shape())}));
    layers_.push_back(
        {name, std::string(layer.type()), layer.output_shape(), memory_.back().data()});
  }
}

std::vector<Filters> Inspection::filters() const {
  std::vector<Filters> list;
  for (const Parameter<float>* parameter : trainer_->network().parameters()) {
    if (!are_filters(*parameter)) continue;
    const std::string layer = parameter->name.substr(0, parameter->name.size() - kWeight.size());
    list.push_back({layer, shape_of(parameter->value), parameter->value.data()});
  }
  return list;
}

Filters Inspection::filters(std::string_view layer) const {
  for (Filters& found : filters()) {
    if (found.layer == layer) return std::move(found);
  }
  fail_state("no convolution is called \"" + std::string(layer) + "\"");
}

const InspectedLayer& Inspection::layer(std::string_view name) const {
  for (const InspectedLayer& layer : layers_) {
    if (layer.name == name) return layer;
  }
  fail_state("no layer is called \"" + std::string(name) + "\"");
}

std::span<const std::uint32_t> Inspection::indices(Part part) const {
  const Split& split = trainer_->data().split;
  return part == Part::train ? split.train : split.validation;
}

std::uint32_t Inspection::dataset_index(Part part, std::size_t index) const {
  if (index < size(part)) return indices(part)[index];
  fail_state("index: expected one of the " + std::to_string(size(part)) + " images, got " +
             std::to_string(index));
}

std::span<const std::uint8_t> Inspection::image(Part part, std::size_t index) {
  const Dataset& images = *trainer_->data().images;
  return {images.image(dataset_index(part, index), scratch_.data()), images.image_bytes()};
}

std::uint16_t Inspection::label(Part part, std::size_t index) const {
  return trainer_->data().images->labels[dataset_index(part, index)];
}

void Inspection::predict(std::span<const std::uint8_t> image) {
  if (image.size() != input_.size()) {
    fail_state("image: expected " + std::to_string(input_.size()) + " bytes for " +
               to_string(trainer_->network().input_shape()) + ", got " +
               std::to_string(image.size()));
  }
  trainer_->validation().write_unaugmented(image.data(), input_.data());
  std::size_t next = 0;
  forward(trainer_->network().stack(), input_.data(), next);
  write_probabilities(trainer_->experiment().loss.kind, outputs(), probabilities_);
}

// Runs each layer into memory of its own; the network itself lets some layers overwrite others.
// `next` is the index in layers_ of the first layer of the stack, and afterwards of the one after
// its last.
const float* Inspection::forward(const Stack<float>& stack, const float* input, std::size_t& next) {
  const float* current = input;
  for (const auto& layer : stack.layers()) {
    if (const Stack<float>* inner = layer->inner()) forward(*inner, current, next);
    Tensor<float>& output = memory_[next++];
    if (layer->is_reshape()) {
      std::copy_n(current, output.size(), output.data());
    } else {
      layer->forward(current, output.data(), 1, Pass(Mode::evaluate));
    }
    current = output.data();
  }
  return current;
}

std::span<const float> Inspection::outputs() const {
  return {layers_.back().values, probabilities_.size()};
}

std::span<const SampleResult> Inspection::results() const {
  const SampleResults& recorded = trainer_->sample_results();
  const bool is_current =
      recorded.epoch() && *recorded.epoch() < trainer_->history().epochs().size();
  return is_current ? recorded.results() : std::span<const SampleResult>();
}

std::vector<std::uint32_t> Inspection::find(const SampleFilter& filter, std::size_t limit) const {
  const std::span<const SampleResult> results = this->results();
  std::vector<std::uint32_t> found;
  for (std::size_t i = 0; i < size(Part::validation); ++i) {
    const SampleResult* result = results.empty() ? nullptr : &results[i];
    if (matches(filter, label(Part::validation, i), result)) {
      found.push_back(static_cast<std::uint32_t>(i));
    }
  }
  if (!results.empty()) {
    std::stable_sort(found.begin(), found.end(), [&](std::uint32_t a, std::uint32_t b) {
      return sort_key(results[a]) > sort_key(results[b]);
    });
  }
  found.resize(std::min(found.size(), limit));
  return found;
}

Json to_json(const Inspection& inspection, const Trainer& trainer) {
  Json layers = Json::array(), filters = Json::array();
  for (const InspectedLayer& layer : inspection.layers()) {
    layers.push_back({{"name", layer.name}, {"type", layer.type}, {"shape", layer.shape}});
  }
  for (const Filters& found : inspection.filters()) {
    filters.push_back({{"layer", found.layer}, {"shape", found.shape}});
  }
  return {{"input", trainer.data().images->image_shape},
          {"classes", output_names(trainer)},
          {"validation", inspection.size(Part::validation)},
          {"train", inspection.size(Part::train)},
          {"layers", std::move(layers)},
          {"filters", std::move(filters)}};
}

}  // namespace anneal
