// Reader for NumPy's .npy arrays, versions 1 to 3: a magic string, the version, and a Python
// dictionary with the type, the order and the shape of the numbers that follow. Format: NumPy
// enhancement proposal 1 and numpy.lib.format.
// Left out: taking an .npz apart (a zip of such files), types other than integers and floats of 32
// and 64 bits, and channels that come before height and width.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "data/dataset.h"

namespace anneal {

// An array as its file says it, checked against the file's length; `data` points into the file.
struct NpyArray {
  std::string name;      // for messages
  std::string type;      // as NumPy writes it: "|u1", "<f4"
  bool fortran = false;  // the first axis runs fastest
  std::vector<std::uint64_t> shape;
  std::span<const std::uint8_t> data;

  char kind() const { return type[1]; }  // u, i or f
  std::size_t item_bytes() const { return static_cast<std::size_t>(type[2] - '0'); }
};

// Throws ErrorKind::file, naming the array, for what is no .npy file, another version, another
// type, a damaged header, or a file that is cut off or too long for its shape.
NpyArray parse_npy(std::span<const std::uint8_t> file, const std::string& name);

// `images`: [N, H, W] or [N, H, W, C] with 1 to 4 channels; integers from 0 to 255, or floats that
// all lie in [0, 1], which are multiplied by 255, or in [0, 255], rounded to the nearest byte.
// `labels`: integers from 0 to 65535, [N] or [N, 1]. The image shape is [H, W, C], C = 1 where
// there is no such axis; classes is the largest label + 1. Throws ErrorKind::file, naming the
// array, what it is and what was expected; ErrorKind::memory, before anything is allocated, if it
// cannot fit.
Dataset read_npy(const NpyArray& images, const NpyArray& labels);

}  // namespace anneal
