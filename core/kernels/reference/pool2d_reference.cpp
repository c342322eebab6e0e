// Reference implementation, straight from the definition. Tests compare the fast kernels with it.
#include <algorithm>
#include <cmath>

#include "kernels/pool2d.h"

namespace anneal::kernels::reference {

namespace {

// Calls visit(output index, index of the first value of its window).
template <class Visit>
void for_each_window(const Pool2dGeometry& g, std::size_t batch, Visit visit) {
  for (std::size_t n = 0; n < batch; ++n) {
    for (std::size_t i = 0; i < g.out_height; ++i) {
      for (std::size_t j = 0; j < g.out_width; ++j) {
        for (std::size_t c = 0; c < g.channels; ++c) {
          const std::size_t pixel =
              (n * g.height + i * g.stride_height) * g.width + j * g.stride_width;
          visit(((n * g.out_height + i) * g.out_width + j) * g.channels + c,
                pixel * g.channels + c);
        }
      }
    }
  }
}

std::size_t cell_offset(const Pool2dGeometry& g, std::size_t cell) {
  return (cell / g.size_width * g.width + cell % g.size_width) * g.channels;
}

}  // namespace

template <class T>
void max_pool2d_forward(const Pool2dGeometry& g, std::size_t batch, const T* input, T* output,
                        std::uint8_t* places) {
  for_each_window(g, batch, [&](std::size_t out, std::size_t first) {
    std::size_t best = 0;
    for (std::size_t cell = 1; cell < g.size_height * g.size_width; ++cell) {
      const T value = input[first + cell_offset(g, cell)];
      if (value > input[first + cell_offset(g, best)] || std::isnan(value)) best = cell;
    }
    output[out] = input[first + cell_offset(g, best)];
    if (places != nullptr) places[out] = static_cast<std::uint8_t>(best);
  });
}

template <class T>
void max_pool2d_backward(const Pool2dGeometry& g, std::size_t batch, const T* output_gradient,
                         const std::uint8_t* places, T* input_gradient) {
  std::fill_n(input_gradient, batch * g.height * g.width * g.channels, T(0));
  for_each_window(g, batch, [&](std::size_t out, std::size_t first) {
    input_gradient[first + cell_offset(g, places[out])] += output_gradient[out];
  });
}

template <class T>
void avg_pool2d_forward(const Pool2dGeometry& g, std::size_t batch, const T* input, T* output) {
  const std::size_t cells = g.size_height * g.size_width;
  for_each_window(g, batch, [&](std::size_t out, std::size_t first) {
    T sum = 0;
    for (std::size_t cell = 0; cell < cells; ++cell) sum += input[first + cell_offset(g, cell)];
    output[out] = sum / static_cast<T>(cells);
  });
}

template <class T>
void avg_pool2d_backward(const Pool2dGeometry& g, std::size_t batch, const T* output_gradient,
                         T* input_gradient) {
  const std::size_t cells = g.size_height * g.size_width;
  std::fill_n(input_gradient, batch * g.height * g.width * g.channels, T(0));
  for_each_window(g, batch, [&](std::size_t out, std::size_t first) {
    for (std::size_t cell = 0; cell < cells; ++cell) {
      input_gradient[first + cell_offset(g, cell)] += output_gradient[out] / static_cast<T>(cells);
    }
  });
}

#define ANNEAL_INSTANTIATE(T)                                                         \
  template void max_pool2d_forward(const Pool2dGeometry&, std::size_t, const T*, T*,  \
                                   std::uint8_t*);                                    \
  template void max_pool2d_backward(const Pool2dGeometry&, std::size_t, const T*,     \
                                    const std::uint8_t*, T*);                         \
  template void avg_pool2d_forward(const Pool2dGeometry&, std::size_t, const T*, T*); \
  template void avg_pool2d_backward(const Pool2dGeometry&, std::size_t, const T*, T*);

ANNEAL_INSTANTIATE(float)
ANNEAL_INSTANTIATE(double)
#undef ANNEAL_INSTANTIATE

}  // namespace anneal::kernels::reference
