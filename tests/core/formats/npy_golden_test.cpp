// Arrays written by NumPy, see tests/golden/data/.
#include <gtest/gtest.h>

#include "formats/npy.h"
#include "golden.h"

namespace anneal {
namespace {

using Bytes = std::vector<std::uint8_t>;

const nlohmann::json& arrays() {
  static const nlohmann::json cases = testing::read_golden("data/arrays.json");
  return cases;
}

Bytes plain_file(const char* group, const char* name) {
  return arrays()[group][name]["files"][0].get<Bytes>();
}

TEST(NpyGolden, ImagesOfEveryTypeAndOrder) {
  const Bytes labels = plain_file("labels", "integers");
  ASSERT_EQ(arrays()["images"].size(), 7u);
  for (const auto& [name, images] : arrays()["images"].items()) {
    ASSERT_EQ(images["files"].size(), 3u);
    for (const auto& version : images["files"]) {
      const Bytes file = version.get<Bytes>();
      const Dataset dataset = read_npy(parse_npy(file, name), parse_npy(labels, "y"));
      EXPECT_EQ(dataset.pixels, images["values"].get<Bytes>()) << name;
    }
  }
}

TEST(NpyGolden, LabelsOfEveryForm) {
  const Bytes images = plain_file("images", "bytes");
  ASSERT_EQ(arrays()["labels"].size(), 2u);
  for (const auto& [name, labels] : arrays()["labels"].items()) {
    for (const auto& version : labels["files"]) {
      const Bytes file = version.get<Bytes>();
      const Dataset dataset = read_npy(parse_npy(images, "x"), parse_npy(file, name));
      EXPECT_EQ(dataset.labels, labels["values"].get<std::vector<std::uint16_t>>()) << name;
    }
  }
}

}  // namespace
}  // namespace anneal
