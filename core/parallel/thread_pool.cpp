#include "parallel/thread_pool.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

namespace anneal {

// The build says where there are no threads: std::thread compiles there too, and fails when it
// runs.
#if !defined(ANNEAL_SINGLE_THREADED)

namespace {

thread_local bool inside_task = false;

// Looks made before a thread goes to sleep, about a tenth of a millisecond: the rounds of a
// training step follow one another faster than the system wakes a sleeper.
constexpr int kLooks = 100'000;

template <class Condition>
void look_for(const Condition& condition) {
  for (int look = 0; look < kLooks && !condition(); ++look) {
  }
}

// Workers wait until a new round is announced, then draw task numbers from one counter. A round
// ends when its tasks are done, and does not wait for a worker that comes too late for any: on a
// machine with as many threads as processors, whoever draws the page takes one for milliseconds.
// A pool that is made smaller keeps its workers asleep: in a browser a thread that has ended gives
// its worker back only when the page's own thread is idle, and one made anew would wait for that.
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
      helpers_ = size_ - 1;
      ++round_;
    }
    announced_.notify_all();
    draw(body);
    look_for([this] { return busy_ == 0; });
    std::unique_lock lock(mutex_);
    body_ = nullptr;
    finished_.wait(lock, [this] { return busy_ == 0; });
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
      look_for([&] { return round_ != seen; });
      const TaskReference* body = nullptr;
      {
        std::unique_lock lock(mutex_);
        announced_.wait(lock, [&] { return stopping_ || round_ != seen; });
        if (stopping_) return;
        seen = round_;
        if (body_ == nullptr || index >= helpers_) continue;
        body = body_;
        ++busy_;
      }
      draw(*body);
      const std::lock_guard lock(mutex_);
      if (--busy_ == 0) finished_.notify_one();
    }
  }

  void draw(const TaskReference& body) {
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
  const TaskReference* body_ = nullptr;  // while a round may be joined
  std::size_t size_ = 1;                 // those that may take part, the calling thread included
  std::size_t tasks_ = 0, helpers_ = 0;  // of the round
  // Written under the mutex, looked at without: workers that are in a round, and its number.
  std::atomic<std::size_t> busy_{0}, round_{0};
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

// More threads than processors are allowed: they are what shows that the bits do not depend on
// them.
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
