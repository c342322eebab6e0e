// Shapes and their arithmetic. Axes are listed in memory order: the last axis is contiguous. The
// meaning of the axes is documented where a shape is used.
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
