// The three products of a convolution against their definition, for every setting of the geometry.
#include "kernels/conv2d.h"

#include <string>

#include "kernels/image_block.h"
#include "kernels/tile.h"
#include "layers/conv2d.h"
#include "parallel/thread_pool.h"
#include "support.h"

namespace anneal::kernels {
namespace {

using anneal::testing::expect_close;
using anneal::testing::random_values;
using anneal::testing::sum_tolerance;
using anneal::testing::Values;

struct Case {
  std::string name;
  std::size_t batch;
  Shape input;
  Conv2dSettings settings;
};

std::vector<Case> cases() {
  return {
      {"one_pixel", 1, {1, 1, 1}, {.filters = 1, .kernel = {1, 1}}},
      {"valid", 2, {7, 9, 3}, {.filters = 5, .kernel = {3, 3}}},
      {"same", 2, {7, 9, 3}, {.filters = 5, .kernel = {3, 3}, .padding = Padding::same}},
      {"same_even_kernel",
       2,
       {6, 5, 2},
       {.filters = 4, .kernel = {2, 4}, .padding = Padding::same}},
      {"same_wider_than_image",
       1,
       {2, 3, 1},
       {.filters = 2, .kernel = {5, 7}, .padding = Padding::same}},
      {"strided", 2, {9, 8, 3}, {.filters = 4, .kernel = {3, 3}, .stride = {2, 3}}},
      {"strided_same",
       3,
       {9, 8, 4},
       {.filters = 6, .kernel = {3, 3}, .stride = {2, 2}, .padding = Padding::same}},
      {"stride_beyond_kernel", 1, {9, 9, 2}, {.filters = 3, .kernel = {2, 2}, .stride = {3, 4}}},
      {"dilated", 2, {11, 10, 3}, {.filters = 4, .kernel = {3, 2}, .dilation = {2, 3}}},
      {"dilated_same",
       1,
       {8, 8, 2},
       {.filters = 3, .kernel = {3, 3}, .dilation = {2, 2}, .padding = Padding::same}},
      {"explicit_padding",
       2,
       {5, 6, 3},
       {.filters = 4, .kernel = {3, 3}, .padding = {Padding::explicit_size, {2, 0, 1, 3}}}},
      {"grouped",
       2,
       {6, 6, 6},
       {.filters = 9, .kernel = {3, 3}, .groups = 3, .padding = Padding::same}},
      {"depthwise",
       2,
       {6, 7, 5},
       {.filters = 5, .kernel = {3, 3}, .groups = 5, .padding = Padding::same}},
      {"depthwise_dilated_strided",
       1,
       {9, 9, 4},
       {.filters = 8,
        .kernel = {3, 3},
        .stride = {2, 2},
        .dilation = {2, 1},
        .groups = 4,
        .padding = Padding::same}},
      {"pointwise", 2, {5, 5, 17}, {.filters = 19, .kernel = {1, 1}}},
      {"deeper_than_a_block",
       1,
       {4, 4, 50},
       {.filters = 7, .kernel = {3, 3}, .padding = Padding::same}},
      {"more_pixels_than_a_block",
       3,
       {20, 21, 2},
       {.filters = 3, .kernel = {5, 5}, .padding = Padding::same}},
      {"blocks_of_rows",
       2,
       {40, 40, 40},
       {.filters = 9, .kernel = {3, 3}, .padding = Padding::same}},
      {"blocks_of_images", 25, {6, 6, 3}, {.filters = 16, .kernel = {3, 3}}},
      {"wider_than_a_block",
       1,
       {2, kMaxPixels + 3, 2},
       {.filters = 3, .kernel = {2, 2}, .padding = Padding::same}},
      {"row_larger_than_a_plane", 1, {3, 24, 700}, {.filters = 2, .kernel = {3, 3}}},
      {"more_filters_than_the_space", 1, {3, 3, 256}, {.filters = 100, .kernel = {3, 3}}},
      {"panel_deeper_than_the_space", 1, {3, 3, 700}, {.filters = 3, .kernel = {3, 3}}},
      {"padding_beyond_the_kernel",
       1,
       {5, 4, 3},
       {.filters = 4, .kernel = {2, 2}, .padding = {Padding::explicit_size, {3, 2, 4, 1}}}},
      {"lenet", 2, {28, 28, 1}, {.filters = 8, .kernel = {5, 5}, .padding = Padding::same}},
  };
}

class Conv2dKernels : public ::testing::TestWithParam<Case> {};

template <class T>
void check(const Case& c) {
  const Conv2dGeometry g = conv2d_geometry(c.input, c.settings, "test");
  const std::size_t taps = g.kernel_height * g.kernel_width * g.group_channels();
  const std::size_t outputs = c.batch * g.out_height * g.out_width * g.filters;
  const Values<T> input = random_values<T>(c.batch * element_count(c.input), 1);
  const Values<T> filters = random_values<T>(taps * g.filters, 2);
  const Values<T> bias = random_values<T>(g.filters, 3);
  const Values<T> gradient = random_values<T>(outputs, 4);

  Values<T> output(outputs, T(7)), expected_output(outputs);
  const Epilogue<T> epilogue = {bias.data(), true};
  conv2d_forward(g, c.batch, input.data(), filters.data(), output.data(), epilogue);
  reference::conv2d_forward(g, c.batch, input.data(), filters.data(), expected_output.data(),
                            epilogue);
  expect_close(output, expected_output, sum_tolerance<T>(taps));

  Values<T> by_input(input.size(), T(7)), expected_by_input(input.size());
  conv2d_input_gradient(g, c.batch, gradient.data(), filters.data(), by_input.data());
  reference::conv2d_input_gradient(g, c.batch, gradient.data(), filters.data(),
                                   expected_by_input.data());
  expect_close(by_input, expected_by_input, sum_tolerance<T>(taps * g.filters));

  Values<T> by_filters(filters.size(), T(7)), expected_by_filters(filters.size());
  conv2d_filter_gradient(g, c.batch, input.data(), gradient.data(), by_filters.data());
  reference::conv2d_filter_gradient(g, c.batch, input.data(), gradient.data(),
                                    expected_by_filters.data());
  expect_close(by_filters, expected_by_filters,
               sum_tolerance<T>(c.batch * g.out_height * g.out_width));
}

TEST_P(Conv2dKernels, MatchTheDefinitionInFloat) { check<float>(GetParam()); }
TEST_P(Conv2dKernels, MatchTheDefinitionInDouble) { check<double>(GetParam()); }

INSTANTIATE_TEST_SUITE_P(Geometries, Conv2dKernels, ::testing::ValuesIn(cases()),
                         [](const auto& info) { return info.param.name; });

// Work is divided by images, blocks and tiles, with and without padding.
TEST(Conv2dKernelThreads, GiveTheSameBitsOnAnyNumberOfThreads) {
  for (const Padding padding : {Padding::valid, Padding::same}) {
    const Conv2dSettings settings = {.filters = 19, .kernel = {3, 3}, .padding = padding};
    const Conv2dGeometry g = conv2d_geometry({20, 9, 5}, settings, "test");
    const std::size_t outputs = 7 * g.out_height * g.out_width * g.filters;
    const auto input = random_values<float>(std::size_t{7} * 20 * 9 * 5, 1);
    const auto filters = random_values<float>(std::size_t{9} * 5 * 19, 2);
    const auto gradient = random_values<float>(outputs, 3);
    std::vector<Values<float>> first;
    for (const std::size_t threads : {1, 2, 3, 5}) {
      set_thread_count(threads);
      std::vector<Values<float>> all = {Values<float>(outputs), Values<float>(input.size()),
                                        Values<float>(filters.size())};
      conv2d_forward(g, 7, input.data(), filters.data(), all[0].data());
      conv2d_input_gradient(g, 7, gradient.data(), filters.data(), all[1].data());
      conv2d_filter_gradient(g, 7, input.data(), gradient.data(), all[2].data());
      if (first.empty()) first = all;
      EXPECT_EQ(all, first) << threads << " threads";
    }
  }
  set_thread_count(1);
}

// Channels and filters around the width of a vector and of a tile.
TEST(Conv2dKernelSizes, MatchTheDefinitionAroundTheVectorWidth) {
  for (const std::size_t channels : {1, 3, 4, 5, 8}) {
    for (const std::size_t filters : {1, 7, 8, 9, 16, 17, 33}) {
      SCOPED_TRACE(::testing::Message() << channels << " channels, " << filters << " filters");
      check<float>({"", 2, {5, 6, channels}, {.filters = filters, .padding = Padding::same}});
    }
  }
}

}  // namespace
}  // namespace anneal::kernels
