// Weights as safetensors: eight bytes of header length (little-endian), a JSON header that names
// each tensor with type, shape and place, then the numbers. Format:
// https://github.com/huggingface/safetensors
// Left out: every type but F32, and a file's "__metadata__", which is passed over.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "layers/network.h"
#include "tensor/tensor.h"

namespace anneal {

struct NamedTensor {
  std::string name;
  Tensor<float>* value;
};

// Everything that a network has learned: its parameters, then its running statistics. Valid while
// the network lives.
std::vector<NamedTensor> learned_tensors(const Network<float>& network);

std::vector<std::uint8_t> write_safetensors(std::span<const NamedTensor> tensors);

// Sets every tensor from the file, or, where anything is wrong, none: throws Error (file) if the
// file is cut off, has bytes too many, is not safetensors, lacks a tensor or holds one that the
// network has not, or if a tensor's type or shape is another; the message names the tensor.
void read_safetensors(std::span<const std::uint8_t> bytes, std::span<const NamedTensor> tensors);

}  // namespace anneal
