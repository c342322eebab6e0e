// Bins for values over many decades, of both signs: how a histogram of weights, gradients or
// updates is cut.
//
// Four bins an octave (13.3 a decade), all equally wide on a logarithmic scale, from 2^-40 (9e-13)
// to 2^10 (1024): a value is known to within a factor of 2^(1/4) = 1.19. In the middle one bin for
// what is smaller than that, zeros too; values beyond 2^10, and what is no number, are in the
// outermost bins. A bin holds its edge next to zero and not the other one.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace anneal {

struct ValueBins {
  static constexpr int kLowestExponent = -40;
  static constexpr int kHighestExponent = 10;
  static constexpr std::size_t kPerOctave = 4;
  // Of one sign.
  static constexpr std::size_t kOfSign = (kHighestExponent - kLowestExponent) * kPerOctave;
  static constexpr std::size_t kCount = 2 * kOfSign + 1;
  static constexpr std::size_t kZero = kOfSign;

  // From the bits of the number alone: no logarithm, and the same everywhere.
  static std::size_t of(float value) {
    // 2^(1/4), 2^(1/2), 2^(3/4) as mantissas of 23 bits, rounded up.
    constexpr std::uint32_t kQuarter = 1587185, kHalf = 3474676, kThreeQuarters = 5719293;
    const auto bits = std::bit_cast<std::uint32_t>(value);
    const std::uint32_t mantissa = bits & 0x7fffffu;
    const int octave = static_cast<int>((bits >> 23) & 0xffu) - 127 - kLowestExponent;
    if (octave < 0) return kZero;
    const std::size_t part = static_cast<std::size_t>(mantissa >= kQuarter) +
                             static_cast<std::size_t>(mantissa >= kHalf) +
                             static_cast<std::size_t>(mantissa >= kThreeQuarters);
    const std::size_t inner = static_cast<std::size_t>(octave) * kPerOctave + part;
    const std::size_t magnitude = inner < kOfSign ? inner : kOfSign - 1;
    return bits >> 31 != 0 ? kZero - 1 - magnitude : kZero + 1 + magnitude;
  }

  // Rising; bin i lies between edges i and i + 1.
  static std::array<double, kCount + 1> edges();
};

}  // namespace anneal
