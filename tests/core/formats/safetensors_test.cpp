// Writing and reading weights; every invalid file is refused by name and changes nothing.
#include "formats/safetensors.h"

#include <gtest/gtest.h>

#include <cstring>
#include <functional>

#include "base/json.h"
#include "documents.h"
#include "errors.h"
#include "layers/network.h"

namespace anneal {
namespace {

using Bytes = std::vector<std::uint8_t>;

NetworkSettings settings() {
  return testing::parse(R"({"version": 1, "network": {"input": [4, 4, 1], "layers": [
      {"type": "conv2d", "filters": 2, "padding": "same"}, {"type": "batch_norm"},
      {"type": "flatten"}, {"type": "dense", "units": 3}]}})")
      .network;
}

Bytes written(std::uint64_t seed = 1) {
  const Network<float> network(settings(), 1, seed);
  return write_safetensors(learned_tensors(network));
}

std::uint64_t header_length(const Bytes& bytes) {
  std::uint64_t length;
  std::memcpy(&length, bytes.data(), 8);
  return length;
}

Json header(const Bytes& bytes) {
  const char* text = reinterpret_cast<const char*>(bytes.data()) + 8;
  return Json::parse(text, text + header_length(bytes));
}

// The file with an edited header and the same data.
Bytes edited(const std::function<void(Json&)>& edit) {
  const Bytes bytes = written();
  Json json = header(bytes);
  edit(json);
  const std::string text = json.dump();
  const std::uint64_t length = text.size();
  Bytes result(8);
  std::memcpy(result.data(), &length, 8);
  result.insert(result.end(), text.begin(), text.end());
  result.insert(result.end(), bytes.begin() + 8 + static_cast<long>(header_length(bytes)),
                bytes.end());
  return result;
}

// The message on reading the file; the network must not have changed.
std::string refusal(const Bytes& bytes) {
  const Network<float> network(settings(), 1, 2);
  const auto tensors = learned_tensors(network);
  const Bytes before = write_safetensors(tensors);
  const std::string message =
      testing::refusal_of(ErrorKind::file, [&] { read_safetensors(bytes, tensors); });
  if (message != "accepted") {
    EXPECT_EQ(write_safetensors(tensors), before);
  }
  return message;
}

TEST(Safetensors, NamesEveryTensorWithItsLayout) {
  const Json json = header(written());
  EXPECT_EQ(to_text(json["layers.0.weight"]["shape"]), "[3,3,1,2]");
  EXPECT_EQ(to_text(json["layers.0.bias"]["shape"]), "[2]");
  EXPECT_EQ(to_text(json["layers.1.running_var"]["shape"]), "[2]");
  EXPECT_EQ(to_text(json["layers.3.weight"]["shape"]), "[32,3]");
  EXPECT_EQ(json["layers.3.weight"]["dtype"], "F32");
  EXPECT_EQ(header_length(written()) % 8, 0u);
}

TEST(Safetensors, WrittenWeightsAreReadBack) {
  const Network<float> network(settings(), 1, 2);
  const auto tensors = learned_tensors(network);
  ASSERT_NE(write_safetensors(tensors), written());
  read_safetensors(written(), tensors);
  EXPECT_EQ(write_safetensors(tensors), written());
}

TEST(Safetensors, ReadsAnotherOrderAndIgnoresMetadata) {
  EXPECT_EQ(refusal(edited([](Json& json) {
              Json reordered = {{"__metadata__", {{"format", "pt"}}}};
              for (auto it = json.end(); it != json.begin();) {
                --it;
                reordered[it.key()] = it.value();
              }
              json = reordered;
            })),
            "accepted");
}

TEST(Safetensors, EveryTruncationIsRefused) {
  const Bytes bytes = written();
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    ASSERT_NE(refusal(Bytes(bytes.begin(), bytes.begin() + static_cast<long>(size))), "accepted")
        << size;
  }
  EXPECT_EQ(refusal(Bytes(bytes.begin(), bytes.begin() + 5)),
            "weights file: cut off: a header length of 8 bytes expected, got 5 bytes");
}

TEST(Safetensors, ExtraBytesAreRefused) {
  Bytes bytes = written();
  bytes.resize(bytes.size() + 4);
  EXPECT_EQ(refusal(bytes), "weights file: expected 508 bytes of data, got 512 bytes");
}

TEST(Safetensors, OtherFormatsAreRefused) {
  EXPECT_EQ(refusal(Bytes(100, 0x50)), "weights file: not safetensors: no header at its start");
  Bytes bytes = written();
  bytes[9] = 'x';
  EXPECT_EQ(refusal(bytes), "weights file: not safetensors: its header is not JSON");
}

TEST(Safetensors, AMissingTensorIsNamed) {
  EXPECT_EQ(refusal(edited([](Json& json) { json.erase("layers.3.bias"); })),
            "weights file: tensor \"layers.3.bias\" is missing");
}

TEST(Safetensors, ATensorOfAnotherNetworkIsNamed) {
  EXPECT_EQ(refusal(edited([](Json& json) { json["layer.0.bias"] = json["layers.0.bias"]; })),
            "weights file: tensor \"layer.0.bias\": the network has none of that name; did you "
            "mean \"layers.0.bias\"?");
  EXPECT_EQ(refusal(edited([](Json& json) { json["fc.weight"] = json["layers.0.bias"]; })),
            "weights file: tensor \"fc.weight\": the network has none of that name");
}

TEST(Safetensors, AnotherShapeIsNamedWithTheExpectedOne) {
  EXPECT_EQ(refusal(edited([](Json& json) { json["layers.3.weight"]["shape"] = {3, 32}; })),
            "weights file: tensor \"layers.3.weight\": expected the shape [32, 3], got [3,32]");
  EXPECT_EQ(refusal(edited([](Json& json) { json["layers.3.weight"]["shape"] = "big"; })),
            "weights file: tensor \"layers.3.weight\": its shape is not a list of counts");
}

TEST(Safetensors, AnotherTypeIsRefused) {
  EXPECT_EQ(refusal(edited([](Json& json) { json["layers.0.bias"]["dtype"] = "F16"; })),
            "weights file: tensor \"layers.0.bias\": expected the type F32, got \"F16\"");
}

TEST(Safetensors, InvalidOffsetsAreRefused) {
  EXPECT_EQ(refusal(edited([](Json& json) { json["layers.0.bias"]["data_offsets"] = {0, 8}; })),
            "weights file: tensor \"layers.0.weight\": starts at byte 0 of the data, expected 8");
  EXPECT_EQ(
      refusal(edited([](Json& json) { json["layers.0.bias"]["data_offsets"] = {1e6, 1e6 + 8}; })),
      "weights file: tensor \"layers.0.bias\": has no data_offsets");
  EXPECT_EQ(
      refusal(edited([](Json& json) { json["layers.0.bias"]["data_offsets"] = {1000, 1008}; })),
      "weights file: tensor \"layers.0.bias\": cut off: its data end at byte 1008 of 508");
  EXPECT_EQ(refusal(edited([](Json& json) { json["layers.0.bias"]["data_offsets"] = {72, 76}; })),
            "weights file: tensor \"layers.0.bias\": expected 8 bytes of data, got 4 bytes");
}

}  // namespace
}  // namespace anneal
