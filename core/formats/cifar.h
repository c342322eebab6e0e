// Readers for the binary versions of CIFAR-10 and CIFAR-100. A record is one or two label bytes and
// the 3072 bytes of a 32 x 32 image: the red plane, the green plane, the blue plane. Format and
// class names: Krizhevsky, "Learning Multiple Layers of Features from Tiny Images", 2009, and its
// web page. Left out: the Python and Matlab versions, and unpacking the .tar.gz archive.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "data/dataset.h"

namespace anneal {

inline constexpr std::size_t kCifarSide = 32;

struct NamedBytes {
  std::string_view name;  // for error messages
  std::span<const std::uint8_t> bytes;
};

// Which label of CIFAR-100 is used: one of 100 fine classes or of 20 coarse ones.
enum class CifarLabels { fine, coarse };

// The images of all files in order, [N, 32, 32, 3]. The classes are always all classes of the
// format: 10, 100 or 20. Throws ErrorKind::file, naming the file, where one is empty, compressed,
// not a whole number of records or has an invalid label. Throws ErrorKind::memory, before anything
// is allocated, where the images are too large.
Dataset read_cifar10(std::span<const NamedBytes> files);
Dataset read_cifar100(std::span<const NamedBytes> files, CifarLabels labels);

}  // namespace anneal
