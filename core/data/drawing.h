// Chance and rounding as the image generators need them: the same numbers in every build, because
// only + - * / on numbers from the one random source are used.
#pragma once

#include <cstddef>
#include <cstdint>

#include "base/random.h"

namespace anneal {

// The sum of three uniform numbers, centred and scaled to a standard deviation of 1; in [-3, 3). It
// stands in for a normal draw because it needs no logarithm, which builds may round differently.
float bell(Random& random);

// Uniform in [low, high).
float between(Random& random, double low, double high);

// A point of the unit circle, (cosine, sine), at the angle 2 atan(half): a rotation without sine
// and cosine. For small `half` the angle is close to 2 * half.
struct Turn {
  float cosine;
  float sine;
};
Turn turn(float half);

// Rounds `count` levels (0 dark, 1 full brightness) to bytes after adding noise of that standard
// deviation, each value the difference of two uniform bytes. `count` is a multiple of 4.
void write_noisy(const float* levels, std::size_t count, double noise, Random& random,
                 std::uint8_t* bytes);

}  // namespace anneal
