#include "training/memory.h"

#include <gtest/gtest.h>

#include "documents.h"
#include "errors.h"
#include "layers/network.h"

namespace anneal {
namespace {

using testing::parse;

TEST(Memory, CountsWeightsTwiceAndActivationsOncePerImage) {
  const Experiment experiment = parse(R"({"version": 1, "network": {"input": [4, 4, 1], "layers": [
      {"type": "conv2d", "filters": 2, "kernel": 1}, {"type": "relu"}, {"type": "flatten"},
      {"type": "dense", "units": 3}]}})");
  // Weights: 2 + 2 and 32 * 3 + 3. Values: 16 of the image, 32 of the convolution, 3 at the end.
  EXPECT_EQ(network_bytes(experiment.network, 10), 4.0 * (2 * 103 + 10 * (16 + 32 + 3)));
}

TEST(Memory, ATooLargeNetworkIsRefusedWithNumbers) {
  const NetworkSettings network = parse(R"({"version": 1})").network;
  check_network_memory(network, 1000);
  const std::string refusal =
      testing::refusal_of(ErrorKind::memory, [&] { check_network_memory(network, 1'000'000); });
  EXPECT_NE(refusal.find("batches of 1000000"), std::string::npos) << refusal;
}

TEST(Memory, CountsThatWouldOverflowAreRefusedAtTheirLayer) {
  const auto refusal = [](std::string_view network) {
    return testing::refusal_of(ErrorKind::experiment, [&] {
      describe(parse(testing::with("\"network\": " + std::string(network))).network);
    });
  };
  EXPECT_EQ(refusal(R"({"layers": [{"type": "flatten"}, {"type": "dense", "units": 1000000}]})"),
            "network.layers[1]: expected at most 536870911 weights, got 7.84e+08");
  EXPECT_EQ(refusal(R"({"input": [65536, 65536, 65536], "layers": [{"type": "flatten"}]})"),
            "network.layers[0]: expected at most 536870911 values for an image, got 4.29e+09");
  EXPECT_EQ(refusal(R"({"layers": [{"type": "conv2d", "filters": 1000000, "kernel": 1}]})"),
            "network.layers[0]: expected at most 536870911 values for an image, got 7.84e+08");
}

// A large model that fits must not be refused.
TEST(Memory, ALargeModelThatFitsIsAccepted) {
  const NetworkSettings network = parse(R"({"version": 1, "network": {"input": [224, 224, 3],
      "layers": [
        {"type": "conv2d", "filters": 32}, {"type": "relu"}, {"type": "max_pool2d"},
        {"type": "conv2d", "filters": 64}, {"type": "relu"}, {"type": "max_pool2d"},
        {"type": "conv2d", "filters": 128}, {"type": "relu"}, {"type": "max_pool2d"},
        {"type": "flatten"}, {"type": "dense", "units": 512}, {"type": "relu"},
        {"type": "dense", "units": 1000}]}})")
                                      .network;
  check_network_memory(network, 32);
  EXPECT_LT(network_bytes(network, 32), 0.4 * kMemoryLimit);
}

TEST(Memory, RequiredBytesIncludeTheNetworkAndStayBelowTheLimit) {
  const Experiment small = parse(R"({"version": 1})");
  EXPECT_GT(required_bytes(small), network_bytes(small.network, small.training.batch_size));
  EXPECT_LT(required_bytes(small), 0x1p28);  // the initial memory of the page
  Experiment longer = small;
  longer.training.epochs *= 10;
  EXPECT_GT(required_bytes(longer), required_bytes(small));
  Experiment huge = small;
  huge.training.batch_size = 1'000'000;
  EXPECT_EQ(required_bytes(huge), kMemoryLimit);
}

}  // namespace
}  // namespace anneal
