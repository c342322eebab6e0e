// Two-dimensional convolution (as every framework has it: cross-correlation).
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "base/field.h"
#include "kernels/conv2d.h"
#include "layers/description.h"
#include "layers/weighted_layer.h"
#include "layers/window.h"

namespace anneal {

template <class T>
class Conv2d;

struct Conv2dSettings {
  static constexpr std::string_view type = "conv2d";
  static constexpr std::string_view group = "convolution";
  static constexpr std::array formula = {
      R"(y_{i,j,f} = b_f + \sum_{m,n,c} w_{m,n,c,f} \, x_{i s + m d, \, j s + n d, \, c}, \quad s = \key{stride}, \; d = \key{dilation}, \; m, n < \key{kernel})",
  };
  template <class T>
  using Class = Conv2d<T>;

  std::size_t filters = 1;
  Pair kernel = {3, 3};
  Pair stride = {1, 1};
  Pair dilation = {1, 1};
  std::size_t groups = 1;
  Padding padding = {};
  bool bias = true;
  Initialiser initialiser = Initialiser::he_normal;

  template <class Visit>
  static void keys(Visit&& visit) {
    using S = Conv2dSettings;
    visit.required("filters", &S::filters, {.range = positive, .symbol = "F"});
    visit.optional("kernel", &S::kernel, {.range = positive, .unit = "pixels", .symbol = "k"});
    visit.optional("stride", &S::stride, {.range = positive, .unit = "pixels", .symbol = "s"});
    visit.optional("padding", &S::padding, {.range = not_negative, .unit = "pixels"});
    visit.optional("dilation", &S::dilation, {.range = positive, .unit = "pixels", .symbol = "d"});
    visit.optional("groups", &S::groups, {.range = positive, .symbol = "G"});
    weight_keys<S>(visit);
  }

  LayerDescription describe(const Shape& input, const std::string& path) const;
};

// The sizes of that convolution on an input [H, W, C]. Throws Error (experiment) at `path` where
// the input is not an image, the window does not fit, or groups do not divide the channels.
kernels::Conv2dGeometry conv2d_geometry(const Shape& input, const Conv2dSettings& settings,
                                        const std::string& path);

// [H, W, C_in] -> [OH, OW, C_out]; weight [KH, KW, C_in / groups, C_out], bias [C_out].
template <class T>
class Conv2d final : public WeightedLayer<T, Conv2d<T>> {
 public:
  Conv2d(const Conv2dSettings& settings, const LayerSite& site);

  void run(const T* input, T* output, std::size_t batch, const kernels::Epilogue<T>& epilogue);
  void backward(const T* input, const T* output, const T* output_gradient, T* input_gradient,
                std::size_t batch) override;

 private:
  Conv2d(const Conv2dSettings& settings, const LayerSite& site,
         const kernels::Conv2dGeometry& geometry);

  kernels::Conv2dGeometry geometry_;
};

}  // namespace anneal
