#include "parallel/thread_pool.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

namespace anneal {

// The build system defines ANNEAL_SINGLE_THREADED. A feature test would not do: without threads,
// std::thread compiles but fails when it runs.
#if !defined(ANNEAL_SINGLE_THREADED)

namespace {

thread_local bool inside_task = false;

// How often a thread checks a condition before it sleeps: about a tenth of a millisecond. The
// parallel loops of a training step follow one another faster than the system wakes a sleeping
// thread.
constexpr int kMaxSpins = 100'000;

template <class Condition>
void spin_until(const Condition& condition) {
  for (int spin = 0; spin < kMaxSpins && !condition(); ++spin) {
  }
}

// Workers wait for a round (one parallel_for), then take task numbers from a shared counter. A
// round ends when its tasks are done. It does not wait for workers that have not joined yet: on a
// machine with as many threads as processors, the browser's renderer may occupy a processor for
// milliseconds.
// When the pool shrinks, its workers stay asleep instead of ending. A browser frees the worker of
// an ended thread only when the page's main thread is idle, and a new thread would have to wait for
// that.
class ThreadPool {
 public:
  ~ThreadPool() { stop(); }

  std::size_t size() const { return size_; }

  void resize(std::size_t count) {
    const std::lock_guard lock(mutex_);
    while (workers_.size() + 1 < count) {
      workers_.emplace_back(
          [this, seen = round_.load(), index = workers_.size()] { work(index, seen); });
    }
    size_ = count;
  }

  void run(std::size_t tasks, TaskReference body) {
    {
      const std::lock_guard lock(mutex_);
      body_ = &body;
      tasks_ = tasks;
      next_.store(0, std::memory_order_relaxed);
      active_workers_ = size_ - 1;
      ++round_;
    }
    announced_.notify_all();
    run_tasks(body);
    spin_until([this] { return busy_workers_ == 0; });
    std::unique_lock lock(mutex_);
    body_ = nullptr;
    finished_.wait(lock, [this] { return busy_workers_ == 0; });
  }

 private:
  void stop() {
    {
      const std::lock_guard lock(mutex_);
      stopping_ = true;
    }
    announced_.notify_all();
    for (auto& worker : workers_) worker.join();
  }

  void work(std::size_t index, std::size_t seen) {
    for (;;) {
      spin_until([&] { return round_ != seen; });
      const TaskReference* body = nullptr;
      {
        std::unique_lock lock(mutex_);
        announced_.wait(lock, [&] { return stopping_ || round_ != seen; });
        if (stopping_) return;
        seen = round_;
        if (body_ == nullptr || index >= active_workers_) continue;
        body = body_;
        ++busy_workers_;
      }
      run_tasks(*body);
      const std::lock_guard lock(mutex_);
      if (--busy_workers_ == 0) finished_.notify_one();
    }
  }

  void run_tasks(const TaskReference& body) {
    inside_task = true;
    for (;;) {
      const std::size_t task = next_.fetch_add(1, std::memory_order_relaxed);
      if (task >= tasks_) break;
      body(task);
    }
    inside_task = false;
  }

  std::mutex mutex_;
  std::condition_variable announced_, finished_;
  std::vector<std::thread> workers_;
  std::atomic<std::size_t> next_{0};
  const TaskReference* body_ = nullptr;         // null when the round can no longer be joined
  std::size_t size_ = 1;                        // threads that take part, including the calling one
  std::size_t tasks_ = 0, active_workers_ = 0;  // of the round
  // Written under the mutex, read without it: the workers that take part in the round, and the
  // number of the round.
  std::atomic<std::size_t> busy_workers_{0}, round_{0};
  bool stopping_ = false;
};

ThreadPool& pool() {
  static ThreadPool instance;
  return instance;
}

}  // namespace

void set_thread_count(std::size_t count) {
  pool().resize(std::clamp<std::size_t>(count, 1, max_thread_count()));
}

std::size_t thread_count() { return pool().size(); }

// More threads than processors are allowed. Tests use them to show that results do not depend on
// the number of threads.
std::size_t max_thread_count() { return 64; }

void parallel_for(std::size_t tasks, TaskReference body) {
  if (tasks <= 1 || inside_task || pool().size() == 1) {
    for (std::size_t task = 0; task < tasks; ++task) body(task);
    return;
  }
  pool().run(tasks, body);
}

#else

void set_thread_count(std::size_t) {}
std::size_t thread_count() { return 1; }
std::size_t max_thread_count() { return 1; }

void parallel_for(std::size_t tasks, TaskReference body) {
  for (std::size_t task = 0; task < tasks; ++task) body(task);
}

#endif

}  // namespace anneal
