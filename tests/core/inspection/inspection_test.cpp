// Inspection: it shows what the network computes and does not change the run.
#include "inspection/inspection.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "errors.h"
#include "runs.h"
#include "support.h"

namespace anneal {
namespace {

using testing::expect_close;
using testing::history_text;
using testing::kSmall;
using testing::make_trainer;
using testing::train_to;
using testing::weights;

// Dropout, running statistics, nested blocks, and every layer that stores something for its
// backward pass.
constexpr std::string_view kMixed = R"({"version": 1, "seed": 3,
  "data": {"train": 90, "validation": 40, "standardise": true, "augment": {"shift": 2}},
  "network": {"layers": [
    {"type": "conv2d", "filters": 4, "padding": "same", "bias": false},
    {"type": "batch_norm"},
    {"type": "relu"},
    {"type": "max_pool2d", "size": 4, "stride": 4},
    {"type": "residual", "projection": true, "layers": [
      {"type": "conv2d", "filters": 6, "padding": "same"},
      {"type": "gelu"},
      {"type": "layer_norm"}]},
    {"type": "flatten"},
    {"type": "dropout", "rate": 0.3},
    {"type": "dense", "units": 10}]},
  "training": {"epochs": 2, "batch_size": 32}})";

std::vector<float> copy(std::span<const float> values) { return {values.begin(), values.end()}; }

std::vector<float> values(const InspectedLayer& layer) {
  return {layer.values, layer.values + element_count(layer.shape)};
}

template <class Body>
std::string refusal(Body&& body) {
  return testing::refusal_of(ErrorKind::state, body);
}

TEST(Inspection, DoesNotChangeTheRun) {
  for (const std::string_view document : {kSmall, kMixed}) {
    Trainer plain = make_trainer(document);
    Trainer inspected = make_trainer(document);
    Inspection inspection(inspected);
    std::size_t turn = 0;
    while (!inspected.finished()) {
      inspected.advance();
      const Part part = turn % 2 == 0 ? Part::validation : Part::train;
      inspection.predict(inspection.image(part, turn++ % inspection.size(part)));
      inspection.filters();
      inspection.find({.wrong = true}, 10);
    }
    testing::train_to_end(plain);
    EXPECT_EQ(history_text(inspected), history_text(plain));
    EXPECT_EQ(weights(inspected), weights(plain));
  }
}

TEST(Inspection, OutputsAreThoseOfTheEvaluation) {
  for (const std::string_view document : {kSmall, kMixed}) {
    Trainer trainer = make_trainer(document);
    train_to(trainer, trainer.steps_per_epoch());
    Inspection inspection(trainer);
    constexpr std::size_t kBatch = 8;
    const std::size_t image_size = trainer.data().images->image_bytes();
    for (std::size_t i = 0; i < kBatch; ++i) {
      trainer.validation().write_unaugmented(inspection.image(Part::validation, i).data(),
                                             trainer.network().input() + i * image_size);
    }
    const float* const outputs = trainer.network().forward(kBatch, Mode::evaluate);
    const std::vector<float> expected(outputs, outputs + kBatch * 10);
    for (std::size_t i = 0; i < kBatch; ++i) {
      inspection.predict(inspection.image(Part::validation, i));
      expect_close(copy(inspection.outputs()),
                   std::vector<float>(expected.begin() + static_cast<std::ptrdiff_t>(i * 10),
                                      expected.begin() + static_cast<std::ptrdiff_t>(i * 10 + 10)),
                   1e-6);
      const SampleResult& result = inspection.results()[i];
      const std::span<const float> probabilities = inspection.probabilities();
      EXPECT_NEAR(probabilities[result.prediction], result.probability, 1e-5);
      EXPECT_NEAR(probabilities[inspection.label(Part::validation, i)], result.label_probability,
                  1e-5);
    }
  }
}

// The network of kSmall in plain loops: a 5 x 5 convolution with padding 2, relu, 4 x 4 max
// pooling, a dense layer.
struct Naive {
  static constexpr std::size_t kSide = 28, kFilters = 4, kPooled = 7;
  std::vector<float> convolved, rectified, pooled, outputs;

  Naive(const std::vector<Parameter<float>*>& parameters, std::span<const std::uint8_t> image) {
    const Tensor<float>&filters = parameters[0]->value, &bias = parameters[1]->value;
    for (std::size_t row = 0; row < kSide; ++row) {
      for (std::size_t column = 0; column < kSide; ++column) {
        for (std::size_t f = 0; f < kFilters; ++f) {
          convolved.push_back(bias(f) + window_sum(filters, image, row, column, f));
        }
      }
    }
    rectified = convolved;
    for (float& value : rectified) value = std::max(value, 0.0f);
    for (std::size_t i = 0; i < kPooled * kPooled * kFilters; ++i) pooled.push_back(largest(i));
    for (std::size_t unit = 0; unit < 10; ++unit) {
      float sum = parameters[3]->value(unit);
      for (std::size_t i = 0; i < pooled.size(); ++i) {
        sum += pooled[i] * parameters[2]->value(i, unit);
      }
      outputs.push_back(sum);
    }
  }

  static float window_sum(const Tensor<float>& filters, std::span<const std::uint8_t> image,
                          std::size_t row, std::size_t column, std::size_t filter) {
    float sum = 0;
    for (std::size_t y = 0; y < 5; ++y) {
      for (std::size_t x = 0; x < 5; ++x) {
        const std::size_t from_row = row + y - 2, from_column = column + x - 2;
        if (from_row >= kSide || from_column >= kSide) continue;  // negative numbers wrap around
        const auto byte = static_cast<float>(image[from_row * kSide + from_column]);
        sum += filters(y, x, 0, filter) * (byte / 255);
      }
    }
    return sum;
  }

  float largest(std::size_t cell) const {
    const std::size_t filter = cell % kFilters, column = cell / kFilters % kPooled;
    const std::size_t row = cell / kFilters / kPooled;
    float largest = 0;
    for (std::size_t i = 0; i < 16; ++i) {
      const std::size_t pixel = (row * 4 + i / 4) * kSide + column * 4 + i % 4;
      largest = std::max(largest, rectified[pixel * kFilters + filter]);
    }
    return largest;
  }
};

TEST(Inspection, FeatureMapsAreThoseOfANaivePass) {
  Trainer trainer = make_trainer(R"({"version": 1, "data": {"train": 64, "validation": 8},
    "network": {"layers": [
      {"type": "conv2d", "filters": 4, "kernel": 5, "padding": "same"},
      {"type": "relu"},
      {"type": "max_pool2d", "size": 4, "stride": 4},
      {"type": "flatten"},
      {"type": "dense", "units": 10}]}})");
  train_to(trainer, 2);
  Inspection inspection(trainer);
  for (const Part part : {Part::validation, Part::train}) {
    const std::span<const std::uint8_t> image = inspection.image(part, 5);
    inspection.predict(image);
    const Naive naive(trainer.network().parameters(), image);
    EXPECT_EQ(inspection.layer("layers.0").shape, (Shape{28, 28, 4}));
    expect_close(values(inspection.layer("layers.0")), naive.convolved, 1e-5);
    // The output of the convolution is shown before the relu.
    EXPECT_LT(*std::min_element(naive.convolved.begin(), naive.convolved.end()), 0);
    expect_close(values(inspection.layer("layers.1")), naive.rectified, 1e-5);
    expect_close(values(inspection.layer("layers.2")), naive.pooled, 1e-5);
    expect_close(values(inspection.layer("layers.3")), naive.pooled, 1e-5);
    expect_close(copy(inspection.outputs()), naive.outputs, 1e-5);
  }
}

TEST(Inspection, NamesEveryLayerAndEveryConvolution) {
  Trainer trainer = make_trainer(kMixed);
  const Json json = to_json(Inspection(trainer), trainer);
  std::vector<std::string> layers, filters;
  for (const Json& layer : json["layers"]) layers.push_back(layer["name"]);
  for (const Json& found : json["filters"]) filters.push_back(found["layer"]);
  EXPECT_EQ(layers,
            (std::vector<std::string>{"layers.0", "layers.1", "layers.2", "layers.3",
                                      "layers.4.layers.0", "layers.4.layers.1", "layers.4.layers.2",
                                      "layers.4", "layers.5", "layers.6", "layers.7"}));
  EXPECT_EQ(filters,
            (std::vector<std::string>{"layers.0", "layers.4.layers.0", "layers.4.projection"}));
  EXPECT_EQ(json["input"], (Json{28, 28, 1}));
  EXPECT_EQ(json["classes"].size(), 10u);
  EXPECT_EQ(json["validation"], 40);
  EXPECT_EQ(json["train"], 90);
}

TEST(Inspection, FiltersAreTheCurrentWeights) {
  Trainer trainer = make_trainer();
  const Inspection inspection(trainer);
  const Parameter<float>& weight = *trainer.network().parameters()[0];
  const Filters before = inspection.filters("layers.0");
  EXPECT_EQ(before.shape, (Shape{5, 5, 1, 4}));
  EXPECT_EQ(before.values, weight.value.data());
  EXPECT_EQ(refusal([&] { inspection.filters("layers.4"); }),
            "no convolution is called \"layers.4\"");
}

TEST(Inspection, AResidualBlockIsTheSumOfItsBranches) {
  Trainer trainer = make_trainer(R"({"version": 1, "data": {"train": 32, "validation": 8},
    "network": {"layers": [
      {"type": "avg_pool2d", "size": 4, "stride": 4},
      {"type": "residual", "layers": [{"type": "conv2d", "filters": 1, "padding": "same"}]},
      {"type": "flatten"}, {"type": "dense", "units": 10}]}})");
  Inspection inspection(trainer);
  inspection.predict(inspection.image(Part::validation, 0));
  std::vector<float> sum = values(inspection.layer("layers.0"));
  const std::vector<float> inner = values(inspection.layer("layers.1.layers.0"));
  std::transform(sum.begin(), sum.end(), inner.begin(), sum.begin(), std::plus<>());
  expect_close(values(inspection.layer("layers.1")), sum, 1e-6);
}

TEST(Inspection, RefusesUnknownNamesAndIndices) {
  Trainer trainer = make_trainer();
  Inspection inspection(trainer);
  EXPECT_EQ(refusal([&] { inspection.image(Part::validation, 70); }),
            "index: expected one of the 70 images, got 70");
  EXPECT_EQ(refusal([&] { inspection.predict(std::vector<std::uint8_t>(3)); }),
            "image: expected 784 bytes for [28, 28, 1], got 3");
  EXPECT_EQ(refusal([&] { inspection.layer("layers.9"); }), "no layer is called \"layers.9\"");
}

}  // namespace
}  // namespace anneal
