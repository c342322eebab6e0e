#include "training/threads.h"

#include <algorithm>

#include "parallel/thread_pool.h"

namespace anneal {

std::size_t most_threads() { return max_thread_count(); }

std::size_t threads() { return thread_count(); }

void use_threads(std::size_t count) {
  set_thread_count(std::clamp<std::size_t>(count, 1, most_threads()));
}

}  // namespace anneal
