// Random numbers and rounding for the image generators. Only + - * / on integers of the random
// source are used, so that every build gives the same numbers.
#pragma once

#include <cstddef>
#include <cstdint>

#include "base/random.h"

namespace anneal {

// An approximately normal random number with mean 0 and standard deviation 1, in [-3, 3): the
// scaled sum of three uniform numbers. An exact normal number would need a logarithm, which builds
// may round differently.
float approximate_normal(Random& random);

// Uniform in [low, high).
float uniform(Random& random, double low, double high);

// A rotation without trigonometric functions: by the angle 2 atan(half), about 2 * half for small
// `half`.
struct Rotation {
  float cosine;
  float sine;
};
Rotation rotation(float half);

// Adds noise with standard deviation `noise` to `count` levels (0 dark, 1 bright) and rounds them
// to bytes. The noise of a value is the difference of two uniform bytes. `count` is a multiple of
// 4.
void write_noisy(const float* levels, std::size_t count, double noise, Random& random,
                 std::uint8_t* bytes);

}  // namespace anneal
