#include "training/threads.h"

#include <algorithm>

#include "parallel/thread_pool.h"

namespace anneal {

std::size_t max_threads() { return max_thread_count(); }

std::size_t threads() { return thread_count(); }

void set_threads(std::size_t count) {
  set_thread_count(std::clamp<std::size_t>(count, 1, max_threads()));
}

}  // namespace anneal
