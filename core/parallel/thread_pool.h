// Work shared over threads. Each task writes its own part of the output, and no sum is cut by how
// many threads there are: any number of them gives the same bits.
// Where threads are missing (a page that is not cross-origin isolated) the pool is of one.
#pragma once

#include <cstddef>
#include <memory>
#include <type_traits>

namespace anneal {

// A reference to a callable void(std::size_t task): no allocation, valid while the callable lives.
class TaskReference {
 public:
  template <class F>
    requires(!std::is_same_v<std::remove_cvref_t<F>, TaskReference>)
  TaskReference(const F& body)  // NOLINT(google-explicit-constructor): passed where it is written
      : body_(&body),
        call_([](const void* f, std::size_t task) { (*static_cast<const F*>(f))(task); }) {}

  void operator()(std::size_t task) const { call_(body_, task); }

 private:
  const void* body_;
  void (*call_)(const void*, std::size_t);
};

// Threads used from now on, the calling one included; at least 1. Not during parallel_for.
void set_thread_count(std::size_t count);
std::size_t thread_count();

// The most threads that this build can use: 1 where it has none.
std::size_t max_thread_count();

// Calls body(0) ... body(tasks - 1), each once, in any order and on any thread, and returns when
// all are done. The body does not throw. A parallel_for inside a body runs on the thread it is on.
void parallel_for(std::size_t tasks, TaskReference body);

}  // namespace anneal
