// Two-dimensional cross-correlation (called convolution in deep learning) and its gradients.
// Activations are [N, H, W, C], filters [KH, KW, C_in / groups, C_out]. There is no im2col matrix:
// the panels of the packed product are filled from the image directly.
#pragma once

#include <cstddef>

#include "kernels/gemm.h"

namespace anneal::kernels {

// The sizes of a convolution, checked by the caller: output = (input + padding - dilation (kernel -
// 1) - 1) / stride + 1 on both axes, and both channel counts are multiples of groups.
struct Conv2dGeometry {
  std::size_t height, width, channels;         // of the input
  std::size_t out_height, out_width, filters;  // of the output
  std::size_t kernel_height, kernel_width;
  std::size_t stride_height = 1, stride_width = 1;
  std::size_t dilation_height = 1, dilation_width = 1;
  std::size_t pad_top = 0, pad_left = 0;  // zeros before the first row and column
  std::size_t groups = 1;

  std::size_t group_channels() const { return channels / groups; }
  std::size_t group_filters() const { return filters / groups; }
};

// y[n, i, j, f] = bias[f] + sum over (a, b, c) of
//   x[n, i stride - pad_top + a dilation, j stride - pad_left + b dilation, c] w[a, b, c, f],
// where x is 0 outside the image and c runs over the channels of the group of f.
template <class T>
void conv2d_forward(const Conv2dGeometry& geometry, std::size_t batch, const T* input,
                    const T* filters, T* output, Epilogue<T> epilogue = {});

// The gradient with respect to the input.
template <class T>
void conv2d_input_gradient(const Conv2dGeometry& geometry, std::size_t batch,
                           const T* output_gradient, const T* filters, T* input_gradient);

// The gradient with respect to the filters, summed over the batch.
template <class T>
void conv2d_filter_gradient(const Conv2dGeometry& geometry, std::size_t batch, const T* input,
                            const T* output_gradient, T* filter_gradient);

namespace reference {

template <class T>
void conv2d_forward(const Conv2dGeometry& geometry, std::size_t batch, const T* input,
                    const T* filters, T* output, Epilogue<T> epilogue = {});

template <class T>
void conv2d_input_gradient(const Conv2dGeometry& geometry, std::size_t batch,
                           const T* output_gradient, const T* filters, T* input_gradient);

template <class T>
void conv2d_filter_gradient(const Conv2dGeometry& geometry, std::size_t batch, const T* input,
                            const T* output_gradient, T* filter_gradient);

}  // namespace reference

}  // namespace anneal::kernels
