// Reads and writes weights as safetensors: the length of the header (8 bytes, little-endian), a
// JSON header with type, shape and offsets of each tensor, then the values. Format:
// https://github.com/huggingface/safetensors Left out: types other than F32. A "__metadata__" entry
// is ignored.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "tensor/named_tensor.h"

namespace anneal {

std::vector<std::uint8_t> write_safetensors(std::span<const NamedTensor> tensors);

// Sets every tensor from the file. On an error nothing is changed: throws Error (file) where the
// file is truncated, too long or not safetensors, where a tensor is missing, unknown to the
// network, or has another type or shape; the message names the tensor.
void read_safetensors(std::span<const std::uint8_t> bytes, std::span<const NamedTensor> tensors);

}  // namespace anneal
