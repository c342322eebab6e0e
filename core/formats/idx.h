// Reader for the IDX files of MNIST and its relatives (Fashion-MNIST, KMNIST, EMNIST): a magic
// number 0 0 type rank, the axes as big-endian 32-bit numbers, then the bytes. Format: LeCun,
// Cortes and Burges, "The MNIST database of handwritten digits".
// Left out: unpacking .gz (the platform's DecompressionStream does it), element types other than
// unsigned bytes, and turning EMNIST's images, which lie on their side, upright.
#pragma once

#include <cstdint>
#include <span>

#include "data/dataset.h"

namespace anneal {

// `images`: magic 2051, axes [N, H, W], N*H*W grey bytes. `labels`: magic 2049, axis [N], N bytes.
// The image shape is [H, W, 1]; classes is the largest label + 1. Throws ErrorKind::file with what
// is wrong and what was expected: not IDX at all, still compressed, the two files swapped, cut off
// or too long, or two files that do not belong together; ErrorKind::memory if it cannot fit.
Dataset read_idx(std::span<const std::uint8_t> images, std::span<const std::uint8_t> labels);

}  // namespace anneal
