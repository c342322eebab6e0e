// What a layer makes of its input, before anything is allocated.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <vector>

#include "tensor/shape.h"

namespace anneal {

struct LayerDescription {
  std::string type;
  Shape input;  // of one sample, without the batch axis
  Shape output;
  std::size_t parameters = 0;       // numbers that are trained
  std::uint64_t multiply_adds = 0;  // of the forward pass, for one sample
  // Values that the layer keeps for one sample until the backward pass: its output, unless it may
  // work in place, and of an inner stack all of it.
  std::size_t kept_values = 0;
  std::vector<LayerDescription> layers = {};  // of the inner stack of a residual block
};

// The product of the factors, where a tensor can hold so many numbers. Throws Error (experiment) at
// `path` where it cannot; `what` names them in the message.
std::size_t countable(const char* what, std::initializer_list<std::size_t> factors,
                      const std::string& path);

// The values of one sample. Throws as countable does.
std::size_t countable_values(const Shape& sample, const std::string& path);

// The description of a layer that keeps its output; the caller fills in type and input. Throws as
// countable does.
LayerDescription describe_output(const Shape& output, const std::string& path,
                                 std::size_t parameters = 0, std::uint64_t multiply_adds = 0);

// ... of a layer that may write its output over its input, of the same shape or reshaped.
LayerDescription describe_in_place(const Shape& output, const std::string& path);

}  // namespace anneal
