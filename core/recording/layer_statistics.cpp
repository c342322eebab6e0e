#include "recording/layer_statistics.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "kernels/sum_of_squares.h"

namespace anneal {

namespace {

constexpr std::size_t kMaxSampledValues = 65536;

double sum_of_squares(const Tensor<float>& tensor) {
  return kernels::sum_of_squares(tensor.data(), tensor.size(),
                                 std::numeric_limits<float>::infinity());
}

bool starts_with(const std::string& text, const std::string& prefix) {
  return text.compare(0, prefix.size(), prefix) == 0;
}

}  // namespace

LayerStatistics::LayerStatistics(const Network<float>& network) {
  visit(network.stack(), "layers.");
  rows_.resize(layers_.size());
}

void LayerStatistics::visit(const Stack<float>& stack, const std::string& prefix) {
  for (std::size_t i = 0; i < stack.layers().size(); ++i) {
    Layer<float>& layer = *stack.layers()[i];
    const std::string name = prefix + std::to_string(i);
    if (const Stack<float>* inner = layer.inner()) {
      visit(*inner, name + ".layers.");
      std::vector<Parameter<float>*> projection = layer.parameters();
      std::erase_if(projection, [&](const Parameter<float>* parameter) {
        return !starts_with(parameter->name, name + ".projection.");
      });
      if (!projection.empty()) add({name + ".projection", "projection"}, projection);
    } else if (layer.type() == "relu") {
      add({name, "relu"}, {});
      MeasuredLayer& relu = layers_.back();
      relu.output = stack.activation(i, nullptr);
      relu.output_size = element_count(layer.output_shape());
      relu.alive.resize(layer.output_shape().back());
    } else if (const auto parameters = layer.parameters(); !parameters.empty()) {
      add({name, std::string(layer.type())}, parameters);
    }
  }
}

void LayerStatistics::add(LayerName name, const std::vector<Parameter<float>*>& parameters) {
  MeasuredLayer measured{std::move(name), {}};
  for (const Parameter<float>* parameter : parameters) {
    measured.samples.emplace_back(*parameter, kMaxSampledValues);
  }
  layers_.push_back(std::move(measured));
}

std::vector<LayerName> LayerStatistics::names() const {
  std::vector<LayerName> names;
  names.reserve(layers_.size());
  for (const MeasuredLayer& layer : layers_) names.push_back(layer.name);
  return names;
}

void LayerStatistics::before_update() {
  for (std::size_t i = 0; i < layers_.size(); ++i) {
    if (layers_[i].samples.empty()) continue;
    double gradient = 0;
    for (ParameterSample& sample : layers_[i].samples) {
      gradient += sum_of_squares(sample.parameter().gradient);
      sample.save_values();
    }
    rows_[i].gradient_norm = std::sqrt(gradient);
  }
}

void LayerStatistics::after_update() {
  for (std::size_t i = 0; i < layers_.size(); ++i) {
    if (layers_[i].samples.empty()) continue;
    double weights = 0, update = 0, base = 0;
    for (const ParameterSample& sample : layers_[i].samples) {
      weights += sum_of_squares(sample.parameter().value);
      for (std::size_t k = 0; k < sample.size(); ++k) {
        const double previous = sample.previous(k);
        const double difference = sample.value(k) - previous;
        update += sample.weight() * difference * difference;
        base += sample.weight() * previous * previous;
      }
    }
    rows_[i].weight_norm = std::sqrt(weights);
    rows_[i].update_ratio = base == 0 ? kNotMeasured : std::sqrt(update / base);
  }
}

void LayerStatistics::begin_evaluation() {
  for (MeasuredLayer& layer : layers_) std::fill(layer.alive.begin(), layer.alive.end(), 0);
}

void LayerStatistics::add_batch(std::size_t batch) {
  for (MeasuredLayer& layer : layers_) {
    const std::size_t channels = layer.alive.size();
    if (channels == 0) continue;
    std::uint8_t* const alive = layer.alive.data();
    const float* const end = layer.output + batch * layer.output_size;
    for (const float* pixel = layer.output; pixel != end; pixel += channels) {
      for (std::size_t c = 0; c < channels; ++c) alive[c] |= pixel[c] > 0 ? 1 : 0;
    }
  }
}

void LayerStatistics::end_evaluation() {
  for (std::size_t i = 0; i < layers_.size(); ++i) {
    const std::vector<std::uint8_t>& alive = layers_[i].alive;
    if (alive.empty()) continue;
    rows_[i].dead_units = static_cast<double>(std::count(alive.begin(), alive.end(), 0)) /
                          static_cast<double>(alive.size());
  }
}

double weight_norm(const std::vector<Parameter<float>*>& parameters) {
  double sum = 0;
  for (const Parameter<float>* parameter : parameters) sum += sum_of_squares(parameter->value);
  return std::sqrt(sum);
}

}  // namespace anneal
