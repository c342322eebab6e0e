// Inspection of a run between two steps: filters, feature maps and predictions for an image, and
// the results on held-out images. It does not change the run: histories with and without inspection
// are bit-identical. It allocates its own memory, the outputs of every layer for one image, on
// construction.
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

// A layer. The list contains the layers inside residual blocks too; they come before their block.
struct InspectedLayer {
  std::string name;  // "layers.3" or "layers.3.layers.0", the prefix of its parameters
  std::string type;
  Shape shape;          // of the output for one image: [H, W, C] or [features]
  const float* values;  // its output for the image of the last predict()
};

// The filters of a convolution.
struct Filters {
  std::string layer;  // "layers.0", or "layers.3.projection" for the shortcut of a block
  Shape shape;        // [KH, KW, C_in / groups, C_out]
  const float* values;
};

// Selects held-out images.
struct SampleFilter {
  std::optional<std::uint16_t> label = std::nullopt;
  std::optional<std::uint16_t> prediction = std::nullopt;
  bool wrong = false;  // only images whose prediction differs from their label
};

class Inspection {
 public:
  // The trainer must outlive the inspection.
  explicit Inspection(Trainer& trainer);

  // The filters of every convolution; `values` points to the current weights.
  std::vector<Filters> filters() const;
  // Throws Error (state) for an unknown name.
  Filters filters(std::string_view layer) const;

  std::span<const InspectedLayer> layers() const { return layers_; }
  // Throws Error (state) for an unknown name.
  const InspectedLayer& layer(std::string_view name) const;

  std::size_t size(Part part) const { return indices(part).size(); }
  // Image `index` of a part, in the order of the split, without augmentation: [H, W, C] bytes,
  // valid until the next call. Throws Error (state) for an index past the end.
  std::span<const std::uint8_t> image(Part part, std::size_t index);
  std::uint16_t label(Part part, std::size_t index) const;

  // Evaluates the network on one image of bytes, [H, W, C], in evaluation mode and with the
  // standardisation of the run. Sets the values of layers(), outputs() and probabilities(). Throws
  // Error (state) for a wrong number of bytes.
  void predict(std::span<const std::uint8_t> image);
  // The output of the last layer for that image: [classes].
  std::span<const float> outputs() const;
  // [classes], see write_probabilities.
  std::span<const float> probabilities() const { return probabilities_; }

  // Indices of the held-out images that match the filter, by descending loss in the last
  // evaluation; at most `limit`. Without results, `prediction` and `wrong` match no image, and
  // images come in their own order.
  std::vector<std::uint32_t> find(const SampleFilter& filter, std::size_t limit) const;
  // The results of the last evaluation. Empty before the first, and after recover() went back
  // before it.
  std::span<const SampleResult> results() const;

 private:
  std::span<const std::uint32_t> indices(Part part) const;
  std::uint32_t dataset_index(Part part, std::size_t index) const;
  void add_layers(const Stack<float>& stack, const std::string& prefix);
  const float* forward(const Stack<float>& stack, const float* input, std::size_t& next);

  Trainer* trainer_;
  std::vector<InspectedLayer> layers_;
  std::vector<Tensor<float>> memory_;  // output of each layer
  Tensor<float> input_;
  std::vector<float> probabilities_;
  std::vector<std::uint8_t> scratch_;  // an image drawn on demand
};

// {"input": [H, W, C], "classes": [names], "validation": images, "train": images, "layers":
// [{"name", "type", "shape"}], "filters": [{"layer", "shape"}]}
Json to_json(const Inspection& inspection, const Trainer& trainer);

}  // namespace anneal
