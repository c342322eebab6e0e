// Counts the allocations of the whole test binary: everything in the core that allocates goes
// through operator new, tensors too. Anything that must not allocate in a steady step can be held
// to it.
#pragma once

#include <cstddef>

namespace anneal::testing {

// Calls of operator new since the program started, on any thread.
std::size_t allocation_count();

}  // namespace anneal::testing
