#include "kernels/conv2d.h"

#include "kernels/pack_image.h"
#include "kernels/pack_matrix.h"
#include "kernels/packed_gemm.h"

namespace anneal::kernels {

template <class T>
void conv2d_forward(const Conv2dGeometry& g, std::size_t batch, const T* input, const T* filters,
                    T* output, Epilogue<T> epilogue) {
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
void conv2d_input_gradient(const Conv2dGeometry& g, std::size_t batch, const T* output_gradient,
                           const T* filters, T* input_gradient) {
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
void conv2d_filter_gradient(const Conv2dGeometry& g, std::size_t batch, const T* input,
                            const T* output_gradient, T* filter_gradient) {
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

#define ANNEAL_INSTANTIATE(T)                                                                      \
  template void conv2d_forward(const Conv2dGeometry&, std::size_t, const T*, const T*, T*,         \
                               Epilogue<T>);                                                       \
  template void conv2d_input_gradient(const Conv2dGeometry&, std::size_t, const T*, const T*, T*); \
  template void conv2d_filter_gradient(const Conv2dGeometry&, std::size_t, const T*, const T*, T*);

ANNEAL_INSTANTIATE(float)
ANNEAL_INSTANTIATE(double)
#undef ANNEAL_INSTANTIATE

}  // namespace anneal::kernels
