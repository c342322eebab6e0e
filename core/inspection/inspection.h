// A look into a run between its steps: filters, what each layer makes of an image, what the network
// thinks of it, and which held-out images it got wrong. Reads only: a run that is looked into after
// every step is the same, bit for bit, as one that never was. It has its own memory, the outputs of
// every layer for one image, taken when it is made.
// Left out: gradients, activations of a training batch, and drawing anything.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "training/trainer.h"

namespace anneal {

enum class Part { validation, train };
constexpr std::array<std::string_view, 2> names(Part) { return {"validation", "train"}; }

// A layer, those within residual blocks too, in their order and before their block.
struct InspectedLayer {
  std::string name;  // "layers.3" or "layers.3.layers.0", as in the names of weights
  std::string type;
  Shape shape;          // of its output for one image, [H, W, C] or [features]
  const float* values;  // its output for the image that was last looked at
};

// The filters of a convolution.
struct Filters {
  std::string layer;  // "layers.0", or "layers.3.projection" of a block's shortcut
  Shape shape;        // [KH, KW, C_in / groups, C_out]
  const float* values;
};

// Which held-out images are asked for.
struct SampleFilter {
  std::optional<std::uint16_t> label = std::nullopt;
  std::optional<std::uint16_t> prediction = std::nullopt;
  bool wrong = false;  // only those that were taken for something else than their label
};

class Inspection {
 public:
  // The trainer outlives the inspection.
  explicit Inspection(Trainer& trainer);

  // Every convolution; the values are those of this moment.
  std::vector<Filters> filters() const;
  // Throws Error (state) where no convolution has that name.
  Filters filters(std::string_view layer) const;

  std::span<const InspectedLayer> layers() const { return layers_; }
  // Throws Error (state) where no layer has that name.
  const InspectedLayer& layer(std::string_view name) const;

  std::size_t size(Part part) const { return indices(part).size(); }
  // Image `index` of a part of the data, in the order of its split, as it is before augmentation:
  // [H, W, C] bytes, valid until the next call. Throws Error (state) for an index past the end.
  std::span<const std::uint8_t> image(Part part, std::size_t index);
  std::uint16_t label(Part part, std::size_t index) const;

  // Evaluates the network on one image [H, W, C] of bytes, prepared as held-out images are (the
  // same standardisation; dropout off, running statistics in normalisation): fills the values of
  // layers(). Throws Error (state) where the number of bytes is another.
  void look_at(std::span<const std::uint8_t> image);
  // Of that image: the last layer's values, [classes].
  std::span<const float> outputs() const;
  // See write_probabilities: [classes].
  std::span<const float> probabilities() const { return probabilities_; }

  // The held-out images of the last evaluation that the filter lets through, by their place in the
  // held-out part, the highest loss first; at most so many. Before the first evaluation, and where
  // the run went back behind it, only a label can be asked for: then in the order of the images.
  std::vector<std::uint32_t> find(const SampleFilter& filter, std::size_t most) const;
  // The outcomes that find looked at; empty where there are none.
  std::span<const SampleOutcome> outcomes() const;

 private:
  std::span<const std::uint32_t> indices(Part part) const;
  std::uint32_t dataset_index(Part part, std::size_t index) const;
  void add_layers(const Stack<float>& stack, const std::string& prefix);
  const float* forward(const Stack<float>& stack, const float* input, std::size_t& next);

  Trainer* trainer_;
  std::vector<InspectedLayer> layers_;
  std::vector<Tensor<float>> memory_;  // of each layer
  Tensor<float> input_;
  std::vector<float> probabilities_;
  std::vector<std::uint8_t> scratch_;  // an image that is drawn on demand
};

// {"input": [H, W, C], "classes": [names], "validation": images, "train": images, "layers":
// [{"name", "type", "shape"}], "filters": [{"layer", "shape"}]}: what can be asked for.
Json to_json(const Inspection& inspection, const Trainer& trainer);

}  // namespace anneal
