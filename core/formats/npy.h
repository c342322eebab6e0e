// Reader for NumPy's .npy arrays, versions 1 to 3: a magic string, the version, a Python dictionary
// with type, order and shape, then the values. Format: NumPy enhancement proposal 1 and
// numpy.lib.format. Left out: unpacking .npz (a zip archive of .npy files), types other than
// integers and floats of 32 and 64 bits, and images with the channels first.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "data/dataset.h"

namespace anneal {

// An array, checked against the length of its file. `data` points into the file.
struct NpyArray {
  std::string name;      // for error messages
  std::string type;      // in NumPy notation: "|u1", "<f4"
  bool fortran = false;  // column-major: the first axis is contiguous
  std::vector<std::uint64_t> shape;
  std::span<const std::uint8_t> data;

  char kind() const { return type[1]; }  // u, i or f
  std::size_t item_bytes() const { return static_cast<std::size_t>(type[2] - '0'); }
};

// Throws ErrorKind::file, naming the array, where the file is not .npy, has an unsupported version
// or type, a damaged header, or a length that does not match its shape.
NpyArray parse_npy(std::span<const std::uint8_t> file, const std::string& name);

// `images`: [N, H, W] or [N, H, W, C] with 1 to 4 channels. Integers from 0 to 255, floats in [0,
// 1] (multiplied by 255) or floats in [0, 255]; rounded to the nearest byte. `labels`: integers
// from 0 to 65535, [N] or [N, 1]. The image shape is [H, W, C], with C = 1 for [N, H, W]; the
// number of classes is the largest label + 1. Throws ErrorKind::file with the array, its type and
// shape, and what was expected. Throws ErrorKind::memory, before anything is allocated, where the
// images are too large.
Dataset read_npy(const NpyArray& images, const NpyArray& labels);

}  // namespace anneal
