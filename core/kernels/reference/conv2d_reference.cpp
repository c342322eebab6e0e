// Reference implementation, straight from the definition. Tests compare the fast kernels with it.
#include <algorithm>

#include "kernels/conv2d.h"

namespace anneal::kernels::reference {

namespace {

// Calls visit(input index, filter index, output index) for every product of the convolution.
template <class Visit>
void for_each_product(const Conv2dGeometry& g, std::size_t batch, Visit visit) {
  for (std::size_t n = 0; n < batch; ++n) {
    for (std::size_t i = 0; i < g.out_height; ++i) {
      for (std::size_t j = 0; j < g.out_width; ++j) {
        for (std::size_t f = 0; f < g.filters; ++f) {
          const std::size_t y = ((n * g.out_height + i) * g.out_width + j) * g.filters + f;
          for (std::size_t a = 0; a < g.kernel_height; ++a) {
            const std::size_t row = i * g.stride_height + a * g.dilation_height;
            if (row < g.pad_top || row - g.pad_top >= g.height) continue;
            for (std::size_t b = 0; b < g.kernel_width; ++b) {
              const std::size_t column = j * g.stride_width + b * g.dilation_width;
              if (column < g.pad_left || column - g.pad_left >= g.width) continue;
              for (std::size_t c = 0; c < g.group_channels(); ++c) {
                const std::size_t channel = f / g.group_filters() * g.group_channels() + c;
                const std::size_t pixel =
                    (n * g.height + row - g.pad_top) * g.width + column - g.pad_left;
                const std::size_t w =
                    ((a * g.kernel_width + b) * g.group_channels() + c) * g.filters + f;
                visit(pixel * g.channels + channel, w, y);
              }
            }
          }
        }
      }
    }
  }
}

}  // namespace

template <class T>
void conv2d_forward(const Conv2dGeometry& g, std::size_t batch, const T* input, const T* filters,
                    T* output, Epilogue<T> epilogue) {
  const std::size_t count = batch * g.out_height * g.out_width * g.filters;
  for (std::size_t y = 0; y < count; ++y) {
    output[y] = epilogue.bias != nullptr ? epilogue.bias[y % g.filters] : T(0);
  }
  for_each_product(g, batch, [&](std::size_t x, std::size_t w, std::size_t y) {
    output[y] += input[x] * filters[w];
  });
  if (!epilogue.relu) return;
  for (std::size_t y = 0; y < count; ++y) output[y] = output[y] < 0 ? T(0) : output[y];
}

template <class T>
void conv2d_input_gradient(const Conv2dGeometry& g, std::size_t batch, const T* output_gradient,
                           const T* filters, T* input_gradient) {
  std::fill_n(input_gradient, batch * g.height * g.width * g.channels, T(0));
  for_each_product(g, batch, [&](std::size_t x, std::size_t w, std::size_t y) {
    input_gradient[x] += output_gradient[y] * filters[w];
  });
}

template <class T>
void conv2d_filter_gradient(const Conv2dGeometry& g, std::size_t batch, const T* input,
                            const T* output_gradient, T* filter_gradient) {
  std::fill_n(filter_gradient, g.kernel_height * g.kernel_width * g.group_channels() * g.filters,
              T(0));
  for_each_product(g, batch, [&](std::size_t x, std::size_t w, std::size_t y) {
    filter_gradient[w] += input[x] * output_gradient[y];
  });
}

#define ANNEAL_INSTANTIATE(T)                                                                      \
  template void conv2d_forward(const Conv2dGeometry&, std::size_t, const T*, const T*, T*,         \
                               Epilogue<T>);                                                       \
  template void conv2d_input_gradient(const Conv2dGeometry&, std::size_t, const T*, const T*, T*); \
  template void conv2d_filter_gradient(const Conv2dGeometry&, std::size_t, const T*, const T*, T*);

ANNEAL_INSTANTIATE(float)
ANNEAL_INSTANTIATE(double)
#undef ANNEAL_INSTANTIATE

}  // namespace anneal::kernels::reference
