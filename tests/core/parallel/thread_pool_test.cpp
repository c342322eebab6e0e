#include "parallel/thread_pool.h"

#include <gtest/gtest.h>

#include <atomic>
#include <vector>

namespace anneal {
namespace {

class ThreadPool : public ::testing::Test {
 protected:
  void TearDown() override { set_thread_count(1); }
};

TEST_F(ThreadPool, RunsEveryTaskOnce) {
  for (const std::size_t threads : {1, 2, 4, 7}) {
    set_thread_count(threads);
    for (const std::size_t tasks : {0, 1, 2, 3, 100, 1000}) {
      std::vector<std::atomic<int>> runs(tasks);
      parallel_for(tasks, [&](std::size_t task) { ++runs[task]; });
      for (const auto& count : runs) EXPECT_EQ(count.load(), 1);
    }
  }
}

TEST_F(ThreadPool, RunsANestedLoopOnTheCallingThread) {
  set_thread_count(3);
  std::atomic<int> runs = 0;
  parallel_for(10, [&](std::size_t) { parallel_for(10, [&](std::size_t) { ++runs; }); });
  EXPECT_EQ(runs.load(), 100);
}

TEST_F(ThreadPool, SurvivesThousandsOfShortRounds) {
  set_thread_count(2);
  std::atomic<int> runs = 0;
  for (int round = 0; round < 5000; ++round) {
    parallel_for(3, [&](std::size_t) { ++runs; });
  }
  EXPECT_EQ(runs.load(), 15000);
}

// More threads than processors: most workers wake too late for a round, some in the middle of it.
TEST_F(ThreadPool, RunsEveryTaskOnceWhenWorkersMissTheRound) {
  set_thread_count(16);
  std::vector<int> runs(20);
  for (int round = 0; round < 2000; ++round) {
    const std::size_t tasks = 2 + round % 19;
    parallel_for(tasks, [&](std::size_t task) { ++runs[task]; });
    for (std::size_t task = 0; task < runs.size(); ++task) {
      ASSERT_EQ(runs[task], task < tasks ? 1 : 0) << "task " << task << " of round " << round;
      runs[task] = 0;
    }
  }
}

TEST_F(ThreadPool, ClampsItsSizeToTheLimitOfTheBuild) {
  set_thread_count(0);
  EXPECT_EQ(thread_count(), 1u);
  set_thread_count(2);
  EXPECT_EQ(thread_count(), max_thread_count() == 1 ? 1u : 2u);
}

}  // namespace
}  // namespace anneal
