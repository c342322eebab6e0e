// How many threads the work of a run is spread over. Results do not depend on it. This is the door
// to the pool for those above the core.
#pragma once

#include <cstddef>

namespace anneal {

// At least 1 and at most what this build can use; 1 is a build without threads.
std::size_t most_threads();
std::size_t threads();

// Takes effect from the next piece of work on; what is too much or too little is brought in range.
void use_threads(std::size_t count);

}  // namespace anneal
