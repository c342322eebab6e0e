// Shapes and the arithmetic on them that every layer needs. Axis names are in the order of memory
// (the last axis is contiguous); what a shape's axes mean is said where the shape is used.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace anneal {

using Shape = std::vector<std::size_t>;

// The product of the axes; 1 for a shape without axes.
std::size_t element_count(const Shape& shape);

// "[28, 28, 1]"
std::string to_string(const Shape& shape);

}  // namespace anneal
