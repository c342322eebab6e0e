// Reader for the IDX files of MNIST, Fashion-MNIST, KMNIST and EMNIST: a magic number (bytes 0, 0,
// type, rank), the sizes of the axes as big-endian 32-bit numbers, then the values. Format: LeCun,
// Cortes and Burges, "The MNIST database of handwritten digits". Left out: unpacking .gz (the
// browser's DecompressionStream does it), element types other than unsigned bytes, and rotating the
// images of EMNIST, which are stored transposed.
#pragma once

#include <cstdint>
#include <span>

#include "data/dataset.h"

namespace anneal {

// `images`: magic 2051, axes [N, H, W], N*H*W grey bytes. `labels`: magic 2049, axis [N], N bytes.
// The image shape is [H, W, 1]; the number of classes is the largest label + 1. Throws
// ErrorKind::file for files that are not IDX, compressed, swapped, truncated, too long or of
// different lengths; the message says what was expected. Throws ErrorKind::memory where the images
// are too large.
Dataset read_idx(std::span<const std::uint8_t> images, std::span<const std::uint8_t> labels);

}  // namespace anneal
