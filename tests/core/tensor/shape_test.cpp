#include "tensor/shape.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "tensor/tensor.h"

namespace anneal {
namespace {

TEST(Shape, CountsElementsAndConvertsToText) {
  EXPECT_EQ(element_count({28, 28, 3}), 2352u);
  EXPECT_EQ(element_count({}), 1u);
  EXPECT_EQ(to_string(Shape{28, 28, 1}), "[28, 28, 1]");
  EXPECT_EQ(to_string(Shape{}), "[]");
}

TEST(TensorStorage, IsAlignedToACacheLineAndZeroed) {
  for (const std::size_t size : {1, 3, 100}) {
    const Tensor<float> tensor = zeros<float>({size, 3});
    EXPECT_EQ(reinterpret_cast<std::uintptr_t>(tensor.data()) % kCacheLine, 0u);
    EXPECT_EQ(shape_of(tensor), (Shape{size, 3}));
    for (const float value : tensor) EXPECT_EQ(value, 0);
  }
}

TEST(ErrorText, NamesThePathFirst) {
  const Error error(ErrorKind::experiment, "expected a positive integer, got -3",
                    "network.layers[2].filters");
  EXPECT_STREQ(error.what(), "network.layers[2].filters: expected a positive integer, got -3");
  EXPECT_STREQ(Error(ErrorKind::data, "no images").what(), "no images");
}

}  // namespace
}  // namespace anneal
