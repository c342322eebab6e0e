#include "data/drawing.h"

#include <algorithm>

namespace anneal {

float approximate_normal(Random& random) {
  constexpr std::uint64_t kMask = (1u << 21) - 1;
  const std::uint64_t bits = random.next();
  const std::uint64_t sum = (bits & kMask) + (bits >> 21 & kMask) + (bits >> 42 & kMask);
  return static_cast<float>(static_cast<double>(sum) * 0x1p-20 - 3.0);
}

float uniform(Random& random, double low, double high) {
  return static_cast<float>(random.uniform(low, high));
}

Rotation rotation(float half) {
  const float square = half * half;
  return {(1 - square) / (1 + square), 2 * half / (1 + square)};
}

void write_noisy(const float* levels, std::size_t count, double noise, Random& random,
                 std::uint8_t* bytes) {
  // The difference of two uniform bytes has a standard deviation of 256 / sqrt(6).
  constexpr double kUnit = 2.449489742783178 / 256;
  const float scale = static_cast<float>(noise * 255 * kUnit);
  for (std::size_t i = 0; i < count; i += 4) {
    std::uint64_t bits = random.next();
    for (std::size_t k = 0; k < 4; ++k, bits >>= 16) {
      const int difference = static_cast<int>(bits & 255) - static_cast<int>(bits >> 8 & 255);
      const float value = levels[i + k] * 255 + scale * static_cast<float>(difference);
      bytes[i + k] = static_cast<std::uint8_t>(std::clamp(value, 0.0f, 255.0f) + 0.5f);
    }
  }
}

}  // namespace anneal
