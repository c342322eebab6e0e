// Histogram bins for values of both signs over many orders of magnitude.
//
// The bins are equally wide on a logarithmic scale, four per octave (13.3 per decade), from 2^-40
// (9e-13) to 2^10 (1024). Values in the same bin differ by a factor of at most 2^(1/4) = 1.19. One
// bin in the middle holds zeros and all smaller values. The outermost bins also hold larger values
// and NaN. Of its two edges a bin contains the one that is nearer to zero.
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
  // Bins per sign.
  static constexpr std::size_t kBinsPerSign = (kHighestExponent - kLowestExponent) * kPerOctave;
  static constexpr std::size_t kCount = 2 * kBinsPerSign + 1;
  static constexpr std::size_t kZero = kBinsPerSign;

  // The index of the bin of a value, in [0, kCount). Computed from the bits of the number without a
  // logarithm, so that it is the same on every machine.
  static std::size_t index(float value) {
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
    const std::size_t magnitude = inner < kBinsPerSign ? inner : kBinsPerSign - 1;
    return bits >> 31 != 0 ? kZero - 1 - magnitude : kZero + 1 + magnitude;
  }

  // In ascending order: bin i lies between edges i and i + 1.
  static std::array<double, kCount + 1> edges();
};

}  // namespace anneal
