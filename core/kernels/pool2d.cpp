#include "kernels/pool2d.h"

#include <algorithm>

#include "kernels/simd.h"
#include "parallel/thread_pool.h"

namespace anneal::kernels {

namespace {

// The index of a cell in each lane of an integer vector.
template <class T>
Integers<T> cell_number(std::size_t cell) {
  return Integers<T>(static_cast<typename Integers<T>::value_type>(cell));
}

// One window. Cell indices are computed in lanes as wide as T, so that the mask that selects the
// value also selects the index. kSize is the height and width of the window if known at compile
// time, else 0.
template <std::size_t kSize, class T>
struct Window {
  const T* first;  // first value of the window
  std::size_t row_stride;
  std::size_t channels;
  std::size_t height, width;
  Maxima kept;

  std::size_t size_height() const { return kSize == 0 ? height : kSize; }
  std::size_t size_width() const { return kSize == 0 ? width : kSize; }

  void run_vector(std::size_t c, T* output, std::uint8_t* places) const {
    using V = Vector<T>;
    using Integer = typename Integers<T>::value_type;
    V best = V::load_unaligned(first + c);
    Integers<T> place = cell_number<T>(0);
    for (std::size_t a = 0, cell = 0; a < size_height(); ++a) {
      for (std::size_t b = 0; b < size_width(); ++b, ++cell) {
        if (cell == 0) continue;
        const V value = V::load_unaligned(first + a * row_stride + b * channels + c);
        const auto better = (value > best) | (value != value);
        best = xsimd::select(better, value, best);
        place = xsimd::select(xsimd::batch_bool_cast<Integer>(better), cell_number<T>(cell), place);
      }
    }
    best.store_unaligned(output + c);
    if (kept == Maxima::positive) {
      place = xsimd::select(xsimd::batch_bool_cast<Integer>(best > V(T(0))), place,
                            cell_number<T>(kNoPlace));
    }
    if (places != nullptr) store_bytes<T>(place, places + c);
  }

  void run_scalar(std::size_t c, T* output, std::uint8_t* places) const {
    T best = first[c];
    std::size_t place = 0;
    for (std::size_t a = 0, cell = 0; a < size_height(); ++a) {
      for (std::size_t b = 0; b < size_width(); ++b, ++cell) {
        const T value = first[a * row_stride + b * channels + c];
        if (value > best || value != value) {
          best = value;
          place = cell;
        }
      }
    }
    output[c] = best;
    if (kept == Maxima::positive && !(best > 0)) place = kNoPlace;
    if (places != nullptr) places[c] = static_cast<std::uint8_t>(place);
  }
};

// Calls visit(index of the first value of the window, index of its output) for every window of a
// sample.
template <class Visit>
void for_each_window(const Pool2dGeometry& g, std::size_t n, const Visit& visit) {
  for (std::size_t i = 0; i < g.out_height; ++i) {
    for (std::size_t j = 0; j < g.out_width; ++j) {
      const std::size_t pixel = (n * g.height + i * g.stride_height) * g.width + j * g.stride_width;
      visit(pixel * g.channels, ((n * g.out_height + i) * g.out_width + j) * g.channels);
    }
  }
}

template <std::size_t kSize, class T>
void max_pool2d_sample(const Pool2dGeometry& g, std::size_t n, const T* input, T* output,
                       std::uint8_t* places, Maxima kept) {
  const std::size_t vector_channels = g.channels - g.channels % Vector<T>::size;
  for_each_window(g, n, [&](std::size_t first, std::size_t out) {
    const Window<kSize, T> window = {input + first, g.width * g.channels, g.channels,
                                     g.size_height, g.size_width,         kept};
    std::uint8_t* const window_places = places == nullptr ? nullptr : places + out;
    std::size_t c = 0;
    for (; c < vector_channels; c += Vector<T>::size) {
      window.run_vector(c, output + out, window_places);
    }
    for (; c < g.channels; ++c) window.run_scalar(c, output + out, window_places);
  });
}

// The gradient of a window that no other overlaps: every cell is written.
template <std::size_t kSize, class T>
void scatter_window(const Pool2dGeometry& g, const T* gradient, const std::uint8_t* places,
                    T* window) {
  using V = Vector<T>;
  const std::size_t height = kSize == 0 ? g.size_height : kSize;
  const std::size_t width = kSize == 0 ? g.size_width : kSize;
  std::size_t c = 0;
  for (; c + V::size <= g.channels; c += V::size) {
    const Integers<T> place = load_bytes<T>(places + c);
    const V value = V::load_unaligned(gradient + c);
    for (std::size_t a = 0, cell = 0; a < height; ++a) {
      for (std::size_t b = 0; b < width; ++b, ++cell) {
        xsimd::select(xsimd::batch_bool_cast<T>(place == cell_number<T>(cell)), value, V(T(0)))
            .store_unaligned(window + (a * g.width + b) * g.channels + c);
      }
    }
  }
  for (; c < g.channels; ++c) {
    for (std::size_t a = 0, cell = 0; a < height; ++a) {
      for (std::size_t b = 0; b < width; ++b, ++cell) {
        window[(a * g.width + b) * g.channels + c] = places[c] == cell ? gradient[c] : T(0);
      }
    }
  }
}

}  // namespace

template <class T>
void max_pool2d_forward(const Pool2dGeometry& g, std::size_t batch, const T* input, T* output,
                        std::uint8_t* places, Maxima kept) {
  const bool two = g.size_height == 2 && g.size_width == 2;
  parallel_for(batch, [&](std::size_t n) {
    two ? max_pool2d_sample<2>(g, n, input, output, places, kept)
        : max_pool2d_sample<0>(g, n, input, output, places, kept);
  });
}

template <class T>
void max_pool2d_backward(const Pool2dGeometry& g, std::size_t batch, const T* output_gradient,
                         const std::uint8_t* places, T* input_gradient) {
  const bool apart = g.stride_height >= g.size_height && g.stride_width >= g.size_width;
  const bool covered = g.out_height * g.stride_height == g.height &&
                       g.size_height == g.stride_height &&
                       g.out_width * g.stride_width == g.width && g.size_width == g.stride_width;
  const bool two = g.size_height == 2 && g.size_width == 2;
  // Offset of each cell, computed once to avoid a division in the loop.
  std::size_t offsets[kMaxPoolCells];
  const std::size_t cells = g.size_height * g.size_width;
  for (std::size_t cell = 0; cell < cells; ++cell) {
    offsets[cell] = (cell / g.size_width * g.width + cell % g.size_width) * g.channels;
  }
  parallel_for(batch, [&](std::size_t n) {
    const std::size_t sample = g.height * g.width * g.channels;
    if (!covered) std::fill_n(input_gradient + n * sample, sample, T(0));
    for_each_window(g, n, [&](std::size_t first, std::size_t out) {
      if (apart) {
        two ? scatter_window<2>(g, output_gradient + out, places + out, input_gradient + first)
            : scatter_window<0>(g, output_gradient + out, places + out, input_gradient + first);
        return;
      }
      for (std::size_t c = 0; c < g.channels; ++c) {
        if (places[out + c] >= cells) continue;  // kNoPlace
        input_gradient[first + offsets[places[out + c]] + c] += output_gradient[out + c];
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
                                   std::uint8_t*, Maxima);                            \
  template void max_pool2d_backward(const Pool2dGeometry&, std::size_t, const T*,     \
                                    const std::uint8_t*, T*);                         \
  template void avg_pool2d_forward(const Pool2dGeometry&, std::size_t, const T*, T*); \
  template void avg_pool2d_backward(const Pool2dGeometry&, std::size_t, const T*, T*);

ANNEAL_INSTANTIATE(float)
ANNEAL_INSTANTIATE(double)
#undef ANNEAL_INSTANTIATE

}  // namespace anneal::kernels
