// Pooling: the largest value or the mean of each window, [H, W, C] -> [OH, OW, C], or the mean of
// the whole image, [H, W, C] -> [C].
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/field.h"
#include "kernels/pool2d.h"
#include "layers/description.h"
#include "layers/layer.h"
#include "layers/window.h"

namespace anneal {

// Sizes of windows of `size` moved by `stride` over [H, W, C]; rows and columns that do not fill a
// window are left out. Throws Error (experiment) at `path` where no window fits.
kernels::Pool2dGeometry pool2d_geometry(const Shape& input, Pair size, Pair stride,
                                        std::string_view type, const std::string& path);

// The keys of pooling settings S.
template <class S, class Visit>
void window_keys(Visit& visit) {
  visit.optional("size", &S::size, {.range = positive, .unit = "pixels", .symbol = "k"});
  visit.optional_same_as(
      "stride", &S::stride, &S::size,
      {.range = positive, .unit = "pixels", .symbol = "s", .omitted = "the size of the window"});
}

template <class T>
class MaxPool2d;

// Windows that do not fit wholly inside are left out.
struct MaxPool2dSettings {
  static constexpr std::string_view type = "max_pool2d";
  static constexpr std::string_view group = "pooling";
  static constexpr std::array formula = {
      R"(y_{i,j,c} = \max_{m,n} \, x_{i s + m, \, j s + n, \, c}, \quad s = \key{stride}, \; m, n < \key{size})",
  };
  template <class T>
  using Class = MaxPool2d<T>;

  Pair size = {2, 2};
  Pair stride = {2, 2};

  template <class Visit>
  static void keys(Visit&& visit) {
    window_keys<MaxPool2dSettings>(visit);
  }

  // Limits the cells of a window, too.
  LayerDescription describe(const Shape& input, const std::string& path) const;
};

template <class T>
class MaxPool2d final : public Layer<T> {
 public:
  MaxPool2d(const MaxPool2dSettings& settings, const LayerSite& site);

  void forward(const T* input, T* output, std::size_t batch, Pass pass) override;
  bool take_over_relu_gradient() override;
  void backward(const T* input, const T* output, const T* output_gradient, T* input_gradient,
                std::size_t batch) override;

 private:
  kernels::Pool2dGeometry geometry_;
  kernels::Maxima kept_ = kernels::Maxima::all;
  std::vector<std::uint8_t> places_;  // of the maxima, [batch, OH, OW, C]
};

template <class T>
class AvgPool2d;

// Windows that do not fit wholly inside are left out.
struct AvgPool2dSettings {
  static constexpr std::string_view type = "avg_pool2d";
  static constexpr std::string_view group = "pooling";
  static constexpr std::array formula = {
      R"(y_{i,j,c} = \operatorname{mean}_{m,n} \, x_{i s + m, \, j s + n, \, c}, \quad s = \key{stride}, \; m, n < \key{size})",
  };
  template <class T>
  using Class = AvgPool2d<T>;

  Pair size = {2, 2};
  Pair stride = {2, 2};

  template <class Visit>
  static void keys(Visit&& visit) {
    window_keys<AvgPool2dSettings>(visit);
  }

  LayerDescription describe(const Shape& input, const std::string& path) const;
};

struct GlobalAvgPool2dSettings {
  static constexpr std::string_view type = "global_avg_pool2d";
  static constexpr std::string_view group = "pooling";
  static constexpr std::array formula = {
      R"(y_c = \frac{1}{H W} \sum_{i,j} x_{i,j,c})",
  };
  template <class T>
  using Class = AvgPool2d<T>;

  template <class Visit>
  static void keys(Visit&&) {}

  LayerDescription describe(const Shape& input, const std::string& path) const;
};

template <class T>
class AvgPool2d final : public Layer<T> {
 public:
  AvgPool2d(const AvgPool2dSettings& settings, const LayerSite& site);
  AvgPool2d(const GlobalAvgPool2dSettings& settings, const LayerSite& site);

  void forward(const T* input, T* output, std::size_t batch, Pass pass) override;
  void backward(const T* input, const T* output, const T* output_gradient, T* input_gradient,
                std::size_t batch) override;

 private:
  kernels::Pool2dGeometry geometry_;
};

}  // namespace anneal
