// Two-dimensional pooling over [N, H, W, C]. Windows lie inside the image.
#pragma once

#include <cstddef>
#include <cstdint>

namespace anneal::kernels {

// output = (input - size) / stride + 1, rounded down, on both axes.
struct Pool2dGeometry {
  std::size_t height, width, channels;
  std::size_t out_height, out_width;
  std::size_t size_height, size_width;
  std::size_t stride_height, stride_width;
};

// The largest number of cells in a window, so that the position of a maximum fits in a byte.
inline constexpr std::size_t kMaxPoolCells = 256;

// Which maxima receive a gradient. With `positive`, maxima <= 0 are marked with kNoPlace and
// receive none: this includes the gradient of a preceding ReLU, which then needs no pass of its
// own. `positive` requires windows with fewer than kMaxPoolCells cells.
enum class Maxima { all, positive };
inline constexpr std::uint8_t kNoPlace = kMaxPoolCells - 1;

// output = maximum of each window and channel; places = index of its cell in the window (row-major,
// the first of equals). NaN counts as the maximum, as in PyTorch. Both are [N, OH, OW, C]; places
// may be null.
template <class T>
void max_pool2d_forward(const Pool2dGeometry& geometry, std::size_t batch, const T* input,
                        T* output, std::uint8_t* places, Maxima kept = Maxima::all);

// input_gradient = output_gradient at the place of each maximum, summed where windows overlap; zero
// elsewhere.
template <class T>
void max_pool2d_backward(const Pool2dGeometry& geometry, std::size_t batch,
                         const T* output_gradient, const std::uint8_t* places, T* input_gradient);

// output = mean of each window and channel.
template <class T>
void avg_pool2d_forward(const Pool2dGeometry& geometry, std::size_t batch, const T* input,
                        T* output);

// input_gradient = gradient of each window divided evenly among its cells, summed where windows
// overlap.
template <class T>
void avg_pool2d_backward(const Pool2dGeometry& geometry, std::size_t batch,
                         const T* output_gradient, T* input_gradient);

namespace reference {

template <class T>
void max_pool2d_forward(const Pool2dGeometry& geometry, std::size_t batch, const T* input,
                        T* output, std::uint8_t* places);

template <class T>
void max_pool2d_backward(const Pool2dGeometry& geometry, std::size_t batch,
                         const T* output_gradient, const std::uint8_t* places, T* input_gradient);

template <class T>
void avg_pool2d_forward(const Pool2dGeometry& geometry, std::size_t batch, const T* input,
                        T* output);

template <class T>
void avg_pool2d_backward(const Pool2dGeometry& geometry, std::size_t batch,
                         const T* output_gradient, T* input_gradient);

}  // namespace reference

}  // namespace anneal::kernels
