#include "kernels/pool2d.h"

#include <algorithm>

#include "kernels/simd.h"
#include "parallel/thread_pool.h"

namespace anneal::kernels {

namespace {

// One window. Places are kept as numbers of type T until the window is done, so that the mask that
// chooses the value chooses the place too.
template <class T>
struct Window {
  const T* first;  // the window's first value
  std::size_t row_stride;
  std::size_t channels;
  std::size_t size_height, size_width;

  void run_vector(std::size_t c, T* output, std::uint8_t* places) const {
    using V = Vector<T>;
    V best = V::load_unaligned(first + c);
    V place(T(0));
    for (std::size_t a = 0, cell = 0; a < size_height; ++a) {
      for (std::size_t b = 0; b < size_width; ++b, ++cell) {
        const V value = V::load_unaligned(first + a * row_stride + b * channels + c);
        const auto better = (value > best) | (value != value);
        best = xsimd::select(better, value, best);
        place = xsimd::select(better, V(static_cast<T>(cell)), place);
      }
    }
    best.store_unaligned(output + c);
    if (places == nullptr) return;
    T numbers[V::size];
    place.store_unaligned(numbers);
    for (std::size_t x = 0; x < V::size; ++x) {
      places[c + x] = static_cast<std::uint8_t>(numbers[x]);
    }
  }

  void run_scalar(std::size_t c, T* output, std::uint8_t* places) const {
    T best = first[c];
    std::size_t place = 0;
    for (std::size_t a = 0, cell = 0; a < size_height; ++a) {
      for (std::size_t b = 0; b < size_width; ++b, ++cell) {
        const T value = first[a * row_stride + b * channels + c];
        if (value > best || value != value) {
          best = value;
          place = cell;
        }
      }
    }
    output[c] = best;
    if (places != nullptr) places[c] = static_cast<std::uint8_t>(place);
  }
};

// Calls visit(index of the window's first value, index of its output) for every window of a sample.
template <class Visit>
void for_each_window(const Pool2dGeometry& g, std::size_t n, const Visit& visit) {
  for (std::size_t i = 0; i < g.out_height; ++i) {
    for (std::size_t j = 0; j < g.out_width; ++j) {
      const std::size_t pixel = (n * g.height + i * g.stride_height) * g.width + j * g.stride_width;
      visit(pixel * g.channels, ((n * g.out_height + i) * g.out_width + j) * g.channels);
    }
  }
}

}  // namespace

template <class T>
void max_pool2d_forward(const Pool2dGeometry& g, std::size_t batch, const T* input, T* output,
                        std::uint8_t* places) {
  const std::size_t vector_channels = g.channels - g.channels % Vector<T>::size;
  parallel_for(batch, [&](std::size_t n) {
    for_each_window(g, n, [&](std::size_t first, std::size_t out) {
      const Window<T> window = {input + first, g.width * g.channels, g.channels, g.size_height,
                                g.size_width};
      std::uint8_t* const window_places = places == nullptr ? nullptr : places + out;
      std::size_t c = 0;
      for (; c < vector_channels; c += Vector<T>::size) {
        window.run_vector(c, output + out, window_places);
      }
      for (; c < g.channels; ++c) window.run_scalar(c, output + out, window_places);
    });
  });
}

template <class T>
void max_pool2d_backward(const Pool2dGeometry& g, std::size_t batch, const T* output_gradient,
                         const std::uint8_t* places, T* input_gradient) {
  parallel_for(batch, [&](std::size_t n) {
    const std::size_t sample = g.height * g.width * g.channels;
    std::fill_n(input_gradient + n * sample, sample, T(0));
    for_each_window(g, n, [&](std::size_t first, std::size_t out) {
      for (std::size_t c = 0; c < g.channels; ++c) {
        const std::size_t a = places[out + c] / g.size_width;
        const std::size_t b = places[out + c] % g.size_width;
        input_gradient[first + (a * g.width + b) * g.channels + c] += output_gradient[out + c];
      }
    });
  });
}

template <class T>
void avg_pool2d_forward(const Pool2dGeometry& g, std::size_t batch, const T* input, T* output) {
  const T share = T(1) / static_cast<T>(g.size_height * g.size_width);
  parallel_for(batch, [&](std::size_t n) {
    for_each_window(g, n, [&](std::size_t first, std::size_t out) {
      std::fill_n(output + out, g.channels, T(0));
      for (std::size_t a = 0; a < g.size_height; ++a) {
        for (std::size_t b = 0; b < g.size_width; ++b) {
          const T* cell = input + first + (a * g.width + b) * g.channels;
          for (std::size_t c = 0; c < g.channels; ++c) output[out + c] += cell[c];
        }
      }
      for (std::size_t c = 0; c < g.channels; ++c) output[out + c] *= share;
    });
  });
}

template <class T>
void avg_pool2d_backward(const Pool2dGeometry& g, std::size_t batch, const T* output_gradient,
                         T* input_gradient) {
  const T share = T(1) / static_cast<T>(g.size_height * g.size_width);
  parallel_for(batch, [&](std::size_t n) {
    const std::size_t sample = g.height * g.width * g.channels;
    std::fill_n(input_gradient + n * sample, sample, T(0));
    for_each_window(g, n, [&](std::size_t first, std::size_t out) {
      for (std::size_t a = 0; a < g.size_height; ++a) {
        for (std::size_t b = 0; b < g.size_width; ++b) {
          T* cell = input_gradient + first + (a * g.width + b) * g.channels;
          for (std::size_t c = 0; c < g.channels; ++c) cell[c] += output_gradient[out + c] * share;
        }
      }
    });
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

}  // namespace anneal::kernels
