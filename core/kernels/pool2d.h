// Two-dimensional pooling over [N, H, W, C]. Windows lie wholly inside the image.
#pragma once

#include <cstddef>
#include <cstdint>

namespace anneal::kernels {

// output = (input - size) / stride + 1, rounded down, for each of the two axes.
struct Pool2dGeometry {
  std::size_t height, width, channels;
  std::size_t out_height, out_width;
  std::size_t size_height, size_width;
  std::size_t stride_height, stride_width;
};

// A window has at most this many cells, so that the place of its maximum fits a byte.
inline constexpr std::size_t kMaxPoolCells = 256;

// Of which maxima the place is kept. That of one that is not positive is kNoPlace then, and no
// gradient goes back to it: of an input that comes out of a ReLU, the ReLU's own gradient needs no
// pass any more. Only where a window has fewer cells than kMaxPoolCells.
enum class Maxima { all, positive };
inline constexpr std::uint8_t kNoPlace = kMaxPoolCells - 1;

// output = the largest value of each window and channel; places = which cell of the window it stood
// in (row by row; the first of equals). A NaN in the window wins, as in PyTorch. Both are
// [N, OH, OW, C]; places may be null.
template <class T>
void max_pool2d_forward(const Pool2dGeometry& geometry, std::size_t batch, const T* input,
                        T* output, std::uint8_t* places, Maxima kept = Maxima::all);

// input_gradient = output_gradient at the place of each maximum, added up where windows overlap,
// and zero elsewhere.
template <class T>
void max_pool2d_backward(const Pool2dGeometry& geometry, std::size_t batch,
                         const T* output_gradient, const std::uint8_t* places, T* input_gradient);

// output = the mean of each window and channel.
template <class T>
void avg_pool2d_forward(const Pool2dGeometry& geometry, std::size_t batch, const T* input,
                        T* output);

// input_gradient = each window's gradient shared out evenly, added up where windows overlap.
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
