// Readers for the binary versions of CIFAR-10 and CIFAR-100: records of one or two label bytes and
// 3072 bytes of a 32 x 32 image, all red before all green before all blue. Format and class names:
// Krizhevsky, "Learning Multiple Layers of Features from Tiny Images", 2009, and its web page.
// Left out: the versions for Python and Matlab, and unpacking the .tar.gz that the files come in.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "data/dataset.h"

namespace anneal {

inline constexpr std::size_t kCifarSide = 32;

struct NamedBytes {
  std::string_view name;  // for messages
  std::span<const std::uint8_t> bytes;
};

// Which of the two labels of CIFAR-100 count: 100 fine classes, or the 20 they are grouped in.
enum class CifarLabels { fine, coarse };

// The images of all files, in their order, as [32, 32, 3]. The classes are always all of the
// format's, 10, 100 or 20, whichever of them the files hold. Throws ErrorKind::file, naming the
// file, for one that is empty, compressed, no whole number of records, or has a label out of range;
// ErrorKind::memory, before anything is allocated, if the images cannot fit.
Dataset read_cifar10(std::span<const NamedBytes> files);
Dataset read_cifar100(std::span<const NamedBytes> files, CifarLabels labels);

}  // namespace anneal
