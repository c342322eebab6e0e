// What a document may get wrong, and that the message names the setting and says what is right.
#include <gtest/gtest.h>

#include <string>

#include "documents.h"

namespace anneal {
namespace {

using testing::refusal;
using testing::with;

struct Case {
  const char* document;  // without "version"
  const char* message;
};

class Refusals : public ::testing::TestWithParam<Case> {};

TEST_P(Refusals, NameTheSettingAndTheFault) {
  EXPECT_EQ(refusal(with(GetParam().document)), GetParam().message);
}

INSTANTIATE_TEST_SUITE_P(
    Kinds, Refusals,
    ::testing::Values(
        Case{R"("seed": "one")",
             R"(seed: expected an integer from 0 to 9007199254740991, got "one")"},
        Case{R"("seed": -1)", "seed: expected an integer from 0 to 9007199254740991, got -1"},
        Case{R"("seed": 1.5)", "seed: expected an integer from 0 to 9007199254740991, got 1.5"},
        Case{R"("name": 3)", "name: expected a text in quotes, got 3"},
        Case{R"("data": [])", "data: expected an object {...}, got []"},
        Case{R"("data": {"train": null})", "data.train: expected a positive integer, got null"},
        Case{R"("data": {"train": 0})", "data.train: expected a positive integer, got 0"},
        Case{R"("data": {"train": 1e10})",
             "data.train: expected an integer from 1 to 1000000000, got 10000000000.0"},
        Case{R"("data": {"validation": -1})",
             "data.validation: expected an integer of at least 0, got -1"},
        Case{R"("data": {"label_noise": 1.5})",
             "data.label_noise: expected a number in [0, 1], got 1.5"},
        Case{R"("data": {"augment": {"flip": 1}})",
             "data.augment.flip: expected true or false, got 1"},
        Case{R"("data": {"source": "shapes", "size": 33})",
             "data.size: expected an even number of pixels from 16 to 224, got 33"},
        Case{R"("data": {"distortion": 4})", "data.distortion: expected a number in [0, 3], got 4"},
        Case{R"("data": {"careless": -0.1})",
             "data.careless: expected a number in [0, 1], got -0.1"},
        Case{R"("data": {"clutter": 41})",
             "data.clutter: expected an integer from 0 to 40, got 41"},
        Case{R"("data": {"source": "shapes", "noise": 0.6})",
             "data.noise: expected a number in [0, 0.5], got 0.6"},
        Case{R"("data": {"source": "shapes", "careless": 0.5})",
             R"(data.careless: unknown key; known here: "source", "size", "classes", )"
             R"("distortion", "clutter", "noise", "train", "validation", "stratified", )"
             R"("standardise", "label_noise" or "augment")"},
        Case{R"("data": {"source": "glyphs", "size": 32})",
             R"(data.size: unknown key; known here: "source", "distortion", "careless", )"
             R"("clutter", "noise", "train", "validation", "stratified", "standardise", )"
             R"("label_noise" or "augment")"},
        Case{R"("data": {"source": "idx", "images": "a"})", "data.labels: missing"},
        Case{R"("data": {"source": "idx", "images": "", "labels": "b"})",
             R"(data.images: expected the name of a file, got "")"},
        Case{R"("loss": {"label_smoothing": 1})",
             "loss.label_smoothing: expected a number in [0, 1), got 1"},
        Case{R"("training": {"batch_size": 0})",
             "training.batch_size: expected a positive integer, got 0"}));

INSTANTIATE_TEST_SUITE_P(
    Keys, Refusals,
    ::testing::Values(
        Case{R"("sede": 1)", R"(sede: unknown key; did you mean "seed"?)"},
        Case{R"("training": {"epoch": 3})",
             R"(training.epoch: unknown key; did you mean "epochs"?)"},
        Case{R"("training": {"colour": "red"})",
             R"(training.colour: unknown key; known here: "epochs", "batch_size", "shuffle", )"
             R"("top_k" or "loss_limit")"},
        // A key that is needed is looked for under a slip before it is called missing.
        Case{R"("schedule": {"type": "exponential", "initial": 0.1, "gama": 0.9})",
             R"(schedule.gama: unknown key; did you mean "gamma"?)"},
        Case{R"("schedule": {"type": "exponential", "initial": 0.1})", "schedule.gamma: missing"},
        Case{R"("optimizer": {"type": "sgd", "beta1": 0.9})",
             R"(optimizer.beta1: unknown key; known here: "type", "momentum", "nesterov", )"
             R"("weight_decay", "decay_mode", "l1", "clip_norm" or "clip_value")"},
        // What belongs to another source is not passed over.
        Case{R"("data": {"images": "a"})",
             R"(data.images: unknown key; known here: "source", "distortion", "careless", )"
             R"("clutter", "noise", "train", "validation", "stratified", "standardise", )"
             R"("label_noise" or "augment")"}));

INSTANTIATE_TEST_SUITE_P(
    Choices, Refusals,
    ::testing::Values(
        Case{R"("data": {"source": "glyph"})",
             R"(data.source: expected "glyphs", "shapes", "idx", "cifar10", "cifar100", "npz" or )"
             R"("images", got "glyph"; did you mean "glyphs"?)"},
        Case{R"("optimizer": {"momentum": 0.9})", "optimizer.type: missing"},
        Case{R"("optimizer": {"type": "sgd", "decay_mode": 1})",
             R"(optimizer.decay_mode: expected "coupled" or "decoupled", got 1)"},
        Case{R"("schedule": {"type": "constant", "initial": 0.1, "unit": "epochs"})",
             R"(schedule.unit: expected "step" or "epoch", got "epochs"; did you mean "epoch"?)"},
        Case{R"("network": {"layers": [{"type": "conv2d", "filters": 1, "padding": "sane"}]})",
             R"(network.layers[0].padding: expected "valid" or "same", got "sane"; )"
             R"(did you mean "same"?)"}));

INSTANTIATE_TEST_SUITE_P(
    Networks, Refusals,
    ::testing::Values(
        Case{R"("network": {"input": [28, 28, 1]})", "network.layers: missing"},
        Case{R"("network": {"layers": []})",
             "network.layers: expected a list of 1 to 1000 layers, got []"},
        Case{R"("network": {"input": [28, 28], "layers": [{"type": "flatten"}]})",
             "network.input: expected three positive integers [height, width, channels], got "
             "[28,28]"},
        Case{R"("network": {"input": [28, 0, 1], "layers": [{"type": "flatten"}]})",
             "network.input[1]: expected a positive integer, got 0"},
        Case{R"("network": {"layers": [{"type": "flatten"}, {"type": "flatten"},
                                       {"type": "conv2d", "filters": -3}]})",
             "network.layers[2].filters: expected a positive integer, got -3"},
        Case{R"("network": {"layers": [{"type": "conv2d", "filters": 3, "kernel": [3]}]})",
             "network.layers[0].kernel: expected a positive integer or [height, width], got [3]"},
        Case{R"("network": {"layers": [{"type": "conv2d", "filters": 3, "kernel": [3, 0]}]})",
             "network.layers[0].kernel[1]: expected a positive integer, got 0"},
        Case{R"("network": {"layers": [{"type": "conv2d", "filters": 3, "padding": [1, 1]}]})",
             "network.layers[0].padding: expected \"same\", \"valid\", a number or "
             "[top, bottom, left, right], got [1,1]"},
        Case{R"("network": {"layers": [{"type": "conv2d", "filters": 3, "padding": -1}]})",
             "network.layers[0].padding: expected an integer of at least 0, got -1"},
        Case{R"("network": {"layers": [{"type": "dropout", "rate": 1}]})",
             "network.layers[0].rate: expected a number in [0, 1), got 1"},
        Case{R"("network": {"layers": [{"type": "residual", "layers": [{"type": "dense"}]}]})",
             "network.layers[0].layers[0].units: missing"}));

INSTANTIATE_TEST_SUITE_P(
    Schedules, Refusals,
    ::testing::Values(
        Case{R"("schedule": 0.1)", "schedule: expected an object {...}, got 0.1"},
        Case{R"("schedule": {"type": "step", "initial": 0.1, "factor": 0.1, "every": 2.5})",
             "schedule.every: expected an integer, got 2.5"},
        Case{R"("schedule": {"type": "multi_step", "initial": 1, "factor": 0.1, "milestones": 3})",
             "schedule.milestones: expected a list [...], got 3"},
        Case{R"("schedule": {"type": "piecewise", "knots": [[0, 0.1], [1]]})",
             "schedule.knots[1]: expected a knot [t, rate], got [1]"},
        Case{R"("schedule": {"type": "constant", "initial": 0.1, "warmup": {"from": 0.1}})",
             "schedule.warmup.length: missing"},
        Case{R"("schedule": {"type": "sequence", "parts": [
               {"schedule": {"type": "constant", "initial": 0.1}, "length": 5},
               {"schedule": {"type": "linear", "initail": 0.1}}]})",
             R"(schedule.parts[1].schedule.initail: unknown key; did you mean "initial"?)"}));

TEST(Refusals, RangesOfScheduleAndOptimizerComeFromTheirOwners) {
  EXPECT_TRUE(refusal(with(R"("schedule": {"type": "exponential", "initial": 0.1, "gamma": 1.5})"))
                  .starts_with("schedule.gamma: expected a number "));
  EXPECT_TRUE(refusal(with(R"("schedule": {"type": "sequence", "parts": [
                  {"schedule": {"type": "constant", "initial": -1}}]})"))
                  .starts_with("schedule.parts[0].schedule.initial: expected a number "));
  EXPECT_TRUE(refusal(with(R"("optimizer": {"type": "adam", "beta2": 1})"))
                  .starts_with("optimizer.beta2: expected a number "));
}

TEST(Refusals, AVersionIsAskedForAndMustBeKnown) {
  EXPECT_EQ(refusal("{}"), "version: missing");
  EXPECT_EQ(refusal(R"({"version": 2})"), "version: expected 1, got 2");
  EXPECT_EQ(refusal("[]"), "expected an object {...}, got []");
}

TEST(Refusals, LongValuesAreCutInTheMessage) {
  const std::string message = refusal(with("\"seed\": \"" + std::string(1000, 'x') + "\""));
  EXPECT_LT(message.size(), 150u);
  EXPECT_TRUE(message.ends_with("..."));
}

}  // namespace
}  // namespace anneal
