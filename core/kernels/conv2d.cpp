#include "kernels/conv2d.h"

#include "kernels/direct_conv2d.h"
#include "kernels/pack_image.h"
#include "kernels/pack_matrix.h"
#include "kernels/packed_gemm.h"
#include "kernels/scatter_conv2d.h"

namespace anneal::kernels {

namespace {

// Whether each row of a window is contiguous in memory.
bool is_plain(const Conv2dGeometry &g) {
  return g.groups == 1 && g.dilation_height == 1 && g.dilation_width == 1;
}

Correlation correlation(const Conv2dGeometry &g) {
  return {g.height,
          g.width,
          g.channels,
          g.out_height,
          g.out_width,
          g.kernel_height,
          g.kernel_width,
          g.stride_height,
          g.stride_width,
          static_cast<std::ptrdiff_t>(g.pad_top),
          static_cast<std::ptrdiff_t>(g.pad_left)};
}

// The input gradient as a correlation of the output gradient with the reversed filters. Strides
// must be 1.
Correlation backward_correlation(const Conv2dGeometry &g) {
  return {
      g.out_height,
      g.out_width,
      g.filters,
      g.height,
      g.width,
      g.kernel_height,
      g.kernel_width,
      1,
      1,
      static_cast<std::ptrdiff_t>(g.kernel_height - 1) - static_cast<std::ptrdiff_t>(g.pad_top),
      static_cast<std::ptrdiff_t>(g.kernel_width - 1) - static_cast<std::ptrdiff_t>(g.pad_left)};
}

// Whether correlation is faster than scattering. Correlation computes every pixel of the input,
// scattering every pixel of the output, but it loads and stores every tile once per tap.
bool correlates_backward(const Conv2dGeometry &g) {
  constexpr std::size_t kTileOverhead = 4;  // cost of loads and stores, measured in filters
  return is_plain(g) && g.stride_height == 1 && g.stride_width == 1 &&
         g.height * g.width * g.filters <= g.out_height * g.out_width * (g.filters + kTileOverhead);
}

}  // namespace

template <class T>
void conv2d_forward(const Conv2dGeometry &g, std::size_t batch, const T *input, const T *filters,
                    T *output, Epilogue<T> epilogue) {
  if (is_plain(g) && direct_correlate(correlation(g), batch, input,
                                      pack_columns<kColumns<T>>(Matrix<T>{filters, g.filters}),
                                      g.filters, output, g.filters, epilogue)) {
    return;
  }
  const std::size_t pixels = batch * g.out_height * g.out_width;
  const std::size_t taps = g.kernel_height * g.kernel_width * g.group_channels();
  for (std::size_t group = 0; group < g.groups; ++group) {
    const std::size_t first = group * g.group_filters();
    Epilogue<T> group_epilogue = epilogue;
    if (epilogue.bias != nullptr) group_epilogue.bias += first;
    packed_gemm(pixels, g.group_filters(), taps,
                PackPatches<T>{g, input + group * g.group_channels()},
                pack_columns<kColumns<T>>(Matrix<T>{filters + first, g.filters}), output + first,
                g.filters, group_epilogue);
  }
}

template <class T>
void conv2d_input_gradient(const Conv2dGeometry &g, std::size_t batch, const T *output_gradient,
                           const T *filters, T *input_gradient) {
  if (g.groups == 1) {
    if (correlates_backward(g)
            ? direct_correlate(backward_correlation(g), batch, output_gradient,
                               PackFiltersTransposed<T>{g, filters, true}, g.channels,
                               input_gradient, g.channels, Epilogue<T>{})
            : scatter_input_gradient(g, batch, output_gradient, filters, input_gradient)) {
      return;
    }
  }
  const std::size_t pixels = batch * g.height * g.width;
  const std::size_t taps = g.kernel_height * g.kernel_width * g.group_filters();
  for (std::size_t group = 0; group < g.groups; ++group) {
    const std::size_t first = group * g.group_filters();
    packed_gemm(pixels, g.group_channels(), taps, PackOutputGradient<T>{g, output_gradient + first},
                PackFiltersTransposed<T>{g, filters + first},
                input_gradient + group * g.group_channels(), g.channels, Epilogue<T>{});
  }
}

template <class T>
void conv2d_filter_gradient(const Conv2dGeometry &g, std::size_t batch, const T *input,
                            const T *output_gradient, T *filter_gradient) {
  if (is_plain(g) && direct_filter_gradient(correlation(g), batch, input, output_gradient,
                                            g.filters, filter_gradient)) {
    return;
  }
  const std::size_t pixels = batch * g.out_height * g.out_width;
  const std::size_t taps = g.kernel_height * g.kernel_width * g.group_channels();
  for (std::size_t group = 0; group < g.groups; ++group) {
    const std::size_t first = group * g.group_filters();
    packed_gemm(taps, g.group_filters(), pixels,
                PackPatchesTransposed<T>{g, input + group * g.group_channels()},
                pack_columns<kColumns<T>>(Matrix<T>{output_gradient + first, g.filters}),
                filter_gradient + first, g.filters, Epilogue<T>{});
  }
}

#define ANNEAL_INSTANTIATE(T)                                                                     \
  template void conv2d_forward(const Conv2dGeometry &, std::size_t, const T *, const T *, T *,    \
                               Epilogue<T>);                                                      \
  template void conv2d_input_gradient(const Conv2dGeometry &, std::size_t, const T *, const T *,  \
                                      T *);                                                       \
  template void conv2d_filter_gradient(const Conv2dGeometry &, std::size_t, const T *, const T *, \
                                       T *);

ANNEAL_INSTANTIATE(float)
ANNEAL_INSTANTIATE(double)
#undef ANNEAL_INSTANTIATE

}  // namespace anneal::kernels
