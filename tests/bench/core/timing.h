// A clock, and the median of what it measured.
#pragma once

#include <algorithm>
#include <chrono>
#include <vector>

namespace anneal::bench {

class Clock {
 public:
  double seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
  }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

inline double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

// Seconds of each run of `work`, over at least `least` runs and as many as fit into `budget`.
template <class Work>
std::vector<double> repeat(double budget, std::size_t least, const Work& work) {
  std::vector<double> seconds;
  const Clock all;
  while (seconds.size() < least || all.seconds() < budget) {
    const Clock clock;
    work();
    seconds.push_back(clock.seconds());
  }
  return seconds;
}

}  // namespace anneal::bench
