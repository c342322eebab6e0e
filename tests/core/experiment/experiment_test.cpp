// The experiment document as a whole: what is filled in, and that it comes back the same.
#include "experiment/experiment.h"

#include <gtest/gtest.h>

#include "documents.h"

namespace anneal {
namespace {

using testing::parse;
using testing::refusal;
using testing::with;

// The document that the product's description shows, word for word.
constexpr std::string_view kDefault = R"({
  "version": 1,
  "name": "Step decay on glyphs",
  "seed": 1,
  "data": {"source": "glyphs", "train": 4000, "validation": 1000, "label_noise": 0.0,
           "augment": {"shift": 0, "flip": false}},
  "network": {"input": [28, 28, 1], "layers": [
    {"type": "conv2d", "filters": 8, "kernel": 5, "stride": 1, "padding": "same"},
    {"type": "relu"},
    {"type": "max_pool2d", "size": 2, "stride": 2},
    {"type": "flatten"},
    {"type": "dense", "units": 10}]},
  "loss": {"type": "cross_entropy", "label_smoothing": 0.0},
  "optimizer": {"type": "sgd", "momentum": 0.9, "nesterov": false, "weight_decay": 0.0,
                "decay_mode": "coupled"},
  "schedule": {"type": "step", "initial": 0.1, "factor": 0.1, "every": 10, "unit": "epoch"},
  "training": {"epochs": 30, "batch_size": 32}
})";

std::string filled_in(std::string_view text) { return to_text(to_json(parse(text))); }

TEST(Experiment, AnEmptyDocumentIsTheDefaultExperiment) {
  EXPECT_EQ(filled_in(R"({"version": 1})"), filled_in(kDefault));
}

// Everything in `part` is in `whole`, with the same values.
void expect_within(const Json& part, const Json& whole, const std::string& path) {
  if (part.is_object()) {
    for (const auto& [key, value] : part.items()) {
      ASSERT_TRUE(whole.contains(key)) << path << "." << key;
      expect_within(value, whole[key], path + "." + key);
    }
  } else if (part.is_array()) {
    ASSERT_EQ(part.size(), whole.size()) << path;
    for (std::size_t i = 0; i < part.size(); ++i) expect_within(part[i], whole[i], path + "[]");
  } else {
    EXPECT_EQ(part, whole) << path;
  }
}

TEST(Experiment, WhatIsFilledInKeepsWhatWasGiven) {
  const Json document = parse_json(kDefault, "the experiment");
  const Json whole = to_json(parse_experiment(document));
  expect_within(document, whole, "");
  EXPECT_EQ(whole["training"]["shuffle"], true);
  EXPECT_EQ(whole["network"]["layers"][0]["dilation"], 1);
  EXPECT_EQ(whole["network"]["layers"][0]["initialiser"], "he_normal");
}

// One document that uses every form a value may take.
constexpr std::string_view kRich = R"({
  "version": 1,
  "seed": 9007199254740991,
  "data": {"source": "idx", "images": "a.gz", "labels": "b.gz", "train": 8000, "validation": 0,
           "stratified": true, "standardise": true, "label_noise": 0.25,
           "augment": {"shift": 2, "flip": true, "cutout": 5}},
  "network": {"input": [32, 30, 3], "layers": [
    {"type": "conv2d", "filters": 6, "kernel": [3, 5], "stride": [1, 2], "padding": [1, 0, 2, 3],
     "groups": 3, "dilation": 2, "bias": false, "initialiser": "glorot_uniform"},
    {"type": "conv2d", "filters": 6, "padding": 1},
    {"type": "batch_norm", "momentum": 0.2},
    {"type": "leaky_relu", "slope": 0.2},
    {"type": "residual", "projection": true, "layers": [
      {"type": "conv2d", "filters": 8, "padding": "same", "stride": 2}, {"type": "elu"}]},
    {"type": "avg_pool2d", "size": [2, 3], "stride": 1},
    {"type": "dropout", "rate": 0.3},
    {"type": "flatten"},
    {"type": "layer_norm"},
    {"type": "dense", "units": 10, "bias": false, "initialiser": "zeros"}]},
  "loss": {"label_smoothing": 0.1},
  "optimizer": {"type": "adam", "beta1": 0.8, "weight_decay": 0.01, "decay_mode": "decoupled",
                "clip_norm": 1},
  "schedule": {"type": "sequence", "min": 1e-5, "parts": [
    {"schedule": {"type": "one_cycle", "peak": 0.1, "momentum": {"low": 0.8}}, "length": 10},
    {"schedule": {"type": "piecewise", "knots": [[0, 0.1], [5, 0.2]], "between": "cosine",
                  "warmup": {"length": 3, "from": 0.001, "shape": "exponential"}}, "length": 20},
    {"schedule": {"type": "plateau", "initial": 0.1, "mode": "max",
                  "metric": "validation_accuracy"}}]},
  "training": {"epochs": 2, "batch_size": 100, "shuffle": false}
})";

TEST(Experiment, AFilledInDocumentIsFilledInAsItself) {
  const std::string once = filled_in(kRich);
  EXPECT_EQ(filled_in(once), once);
  expect_within(parse_json(kRich, "the experiment"), parse_json(once, "the experiment"), "");
}

TEST(Experiment, EverySourceOfDataHasItsOwnKeys) {
  const auto data = [](const char* section) {
    return to_text(to_json(parse(with(std::string("\"data\": ") + section)))["data"]);
  };
  const std::string rest =
      R"("train":4000,"validation":1000,"stratified":false,"standardise":false,)"
      R"("label_noise":0.0,"augment":{"shift":0,"flip":false,"cutout":0}})";
  EXPECT_EQ(data(R"({"source": "cifar10", "files": ["b", "a"]})"),
            R"({"source":"cifar10","files":["b","a"],)" + rest);
  EXPECT_EQ(data(R"({"source": "cifar100", "files": ["a"]})"),
            R"({"source":"cifar100","files":["a"],"labels":"fine",)" + rest);
  EXPECT_EQ(data(R"({"source": "npz", "file": "m"})"),
            R"({"source":"npz","file":"m","images":"x_train","labels":"y_train",)" + rest);
  EXPECT_EQ(data(R"({"source": "images", "file": "m"})"),
            R"({"source":"images","file":"m","size":32,"channels":3,)" + rest);
}

TEST(Experiment, SourcesOfDataRefuseWhatIsNotTheirs) {
  const auto data = [](const char* section) {
    return refusal(with(std::string("\"data\": ") + section));
  };
  EXPECT_EQ(data(R"({"source": "cifar10", "files": []})"),
            "data.files: expected a list of 1 to 100 names of files, got []");
  EXPECT_EQ(data(R"({"source": "cifar10", "files": ["a", "b", "a"]})"),
            "data.files[2]: \"a\" is listed already");
  EXPECT_EQ(data(R"({"source": "cifar10", "files": ["a", ""]})"),
            "data.files[1]: expected the name of a file, got \"\"");
  EXPECT_EQ(data(R"({"source": "cifar100", "files": ["a"], "labels": "medium"})"),
            "data.labels: expected \"fine\" or \"coarse\", got \"medium\"");
  EXPECT_EQ(data(R"({"source": "npz", "file": "m", "labels": ""})"),
            "data.labels: expected the name of an array, got \"\"");
  EXPECT_EQ(data(R"({"source": "images", "file": "m", "channels": 2})"),
            "data.channels: expected 1 for grey or 3 for colour, got 2");
  EXPECT_EQ(data(R"({"source": "images", "file": "m", "size": 3})"),
            "data.size: expected an integer from 4 to 1024, got 3");
  EXPECT_NE(data(R"({"source": "glyphs", "size": 32})"), "accepted");
}

TEST(Experiment, WhatStandsForItselfIsNotFilledIn) {
  // `total` and `down` left out mean "as long as the run" and "as up".
  const Experiment cosine = parse(with(R"("schedule": {"type": "cosine", "initial": 0.1})"));
  EXPECT_EQ(to_text(to_json(cosine.schedule)),
            R"({"type":"cosine","initial":0.1,"final":0.0,"unit":"step"})");
}

TEST(Experiment, AKeyOfTheFamilyIsNotTakenForTheWrapperOfThatName) {
  const Json document = parse_json(
      R"({"type": "warmup_stable_decay", "peak": 0.1, "warmup": 10, "stable": 20, "decay": 10})",
      "the schedule");
  const Schedule schedule = parse_schedule(document);
  EXPECT_FALSE(schedule.warmup.has_value());
  const Json written = to_json(schedule);
  expect_within(document, written, "");
  const Schedule again = parse_schedule(written);
  EXPECT_EQ(to_text(to_json(again)), to_text(written));
  const std::vector<double> curve = rates(again, 50, 50);
  EXPECT_EQ(curve, rates(schedule, 50, 50));
  EXPECT_EQ(curve[0], 0);
  EXPECT_DOUBLE_EQ(curve[5], 0.05);
  EXPECT_EQ(curve[10], 0.1);
  EXPECT_EQ(curve[29], 0.1);
  EXPECT_DOUBLE_EQ(curve[35], 0.05);
  EXPECT_EQ(curve[40], 0);
  EXPECT_EQ(refusal(with(R"("schedule": {"type": "warmup_stable_decay", "peak": 0.1,
                            "warmup": {"length": 3}, "decay": 10})")),
            "schedule.warmup: expected an integer, got {\"length\":3}");

  const Json plateau =
      to_json(parse_schedule({{"type", "plateau"}, {"initial", 0.1}, {"min", 0.01}}));
  EXPECT_EQ(plateau["min"], 0.01);
}

TEST(Experiment, AStrideLeftOutIsTheSizeOfTheWindow) {
  const Experiment experiment = parse(
      with(R"("network": {"layers": [{"type": "max_pool2d", "size": [4, 7]}, {"type": "flatten"},
                                     {"type": "dense", "units": 10}]})"));
  const auto& pool = std::get<MaxPool2dSettings>(experiment.network.layers[0]);
  EXPECT_EQ(pool.stride, (Pair{4, 7}));
}

TEST(Experiment, IsNamedAfterScheduleAndDataUnlessNamed) {
  EXPECT_EQ(parse(with(R"("schedule": {"type": "one_cycle", "peak": 0.1})")).name,
            "One cycle on glyphs");
  EXPECT_EQ(parse(with(R"("data": {"source": "idx", "images": "a", "labels": "b"},
                          "schedule": {"type": "exponential", "initial": 0.1, "gamma": 0.9})"))
                .name,
            "Exponential decay on idx");
  EXPECT_EQ(parse(with(R"("name": "mine")")).name, "mine");
}

TEST(Experiment, NamesTheFilesItNeeds) {
  EXPECT_TRUE(file_names(parse(R"({"version": 1})").data).empty());
  EXPECT_EQ(file_names(parse(kRich).data), (std::vector<std::string>{"a.gz", "b.gz"}));
}

TEST(Experiment, AWholeNumberMayBeWrittenWithAPoint) {
  EXPECT_EQ(parse(with(R"("training": {"epochs": 2.0, "batch_size": 1e2})")).training.batch_size,
            100u);
}

TEST(Experiment, SaysWhereTheTextStopsBeingJson) {
  EXPECT_EQ(refusal("{\n  \"version\": 1,\n  \"seed\": }"),
            "the experiment is not JSON: unexpected text or end at line 3, column 11");
  EXPECT_EQ(refusal(""), "the experiment is not JSON: unexpected text or end at line 1, column 1");
  EXPECT_EQ(refusal(R"({"version": 1, "seed": 1e999})"),
            "the experiment holds a number that is too large");
}

TEST(Experiment, EndlessNestingIsRefusedBeforeItIsGoneInto) {
  EXPECT_EQ(refusal(with("\"data\": " + std::string(100'000, '['))),
            "the experiment is nested more than 64 deep");
}

TEST(Experiment, ARunTooLongForItsHistoryIsRefused) {
  EXPECT_EQ(refusal(with(R"("training": {"epochs": 100000, "batch_size": 1})")),
            "training.epochs: expected a run of at most 10000000 steps, got 100000 epochs of 4000 "
            "steps each");
}

}  // namespace
}  // namespace anneal
