// The number of threads that a run uses. Results do not depend on it. This is the interface to the
// thread pool for code outside the core.
#pragma once

#include <cstddef>

namespace anneal {

// max_threads() is the limit of this build: 1 without threads.
std::size_t max_threads();
std::size_t threads();

// Takes effect with the next batch. `count` is clamped to 1 .. max_threads().
void set_threads(std::size_t count);

}  // namespace anneal
