// The one random source. Everything that is left to chance (initial weights, shuffles, generated
// images, dropout) draws from a stream that is named by its purpose, so that one use of chance
// never shifts another: adding a layer changes neither the data nor the order of the batches.
//
// The generator is xoshiro256** (Blackman and Vigna, "Scrambled linear pseudorandom number
// generators", 2018), its state filled by splitmix64 from seed and stream, as its authors advise.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <utility>

namespace anneal {

// The number of the stream for a purpose ("init", "shuffle", ...) and an index (layer, epoch, ...).
std::uint64_t stream_id(std::string_view purpose, std::uint64_t index = 0);

class Random {
 public:
  explicit Random(std::uint64_t seed, std::uint64_t stream = 0);

  // 64 uniformly distributed bits.
  std::uint64_t next();

  // In [0, 1), a multiple of 2^-53.
  double uniform() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }

  // In [low, high).
  double uniform(double low, double high) { return low + (high - low) * uniform(); }

  // In [0, count), without bias (Lemire's rejection); count > 0.
  std::uint64_t below(std::uint64_t count);

  // Standard normal (Marsaglia's polar method).
  double normal();

  // True with that probability.
  bool chance(double probability) { return uniform() < probability; }

  // Fisher and Yates' shuffle: every order equally likely.
  template <class T>
  void shuffle(std::span<T> items) {
    for (std::size_t i = items.size(); i > 1; --i) {
      std::swap(items[i - 1], items[static_cast<std::size_t>(below(i))]);
    }
  }

 private:
  std::uint64_t state_[4];
  double spare_normal_ = 0;
  bool has_spare_ = false;
};

}  // namespace anneal
