// A thread pool and parallel_for. Each task writes its own part of the output, and no sum is
// divided by the number of threads. The results are therefore bit-identical for any number of
// threads.
// Where threads are not available (a page that is not cross-origin isolated), the pool has one
// thread.
#pragma once

#include <cstddef>
#include <memory>
#include <type_traits>

namespace anneal {

// A non-owning reference to a callable void(std::size_t task). It allocates nothing and is valid
// while the callable lives.
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

// The number of threads that parallel_for uses, including the calling thread; clamped to 1 ..
// max_thread_count(). Must not be called during parallel_for.
void set_thread_count(std::size_t count);
std::size_t thread_count();

// The largest thread count that this build supports; 1 in a build without threads.
std::size_t max_thread_count();

// Calls body(0) ... body(tasks - 1), each once, in any order and on any thread. Returns when all
// calls have returned. The body must not throw. A parallel_for inside a body runs on the calling
// thread alone.
void parallel_for(std::size_t tasks, TaskReference body);

}  // namespace anneal
