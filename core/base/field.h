// The description of one key of a settings struct: its range, unit and symbol. Each kind of
// schedule, layer, optimizer, loss and data source lists its keys once, with the members they
// belong to:
//   template <class Visit>
//   static void keys(Visit&& visit) {
//     visit.required("filters", &Conv2dSettings::filters, {.range = at_least(1)});
//     visit.optional("beta1", &AdamSettings::beta1, {.range = share(), .symbol = "\\beta_1"});
//   }
// Reading, writing, range checks and the schema follow from that list (base/fields.h). The default
// of a key is the value of its member in a default-constructed struct.
#pragma once

#include <cstddef>
#include <limits>
#include <string>
#include <string_view>

namespace anneal {

// The largest count that a document may name: products of two stay exact in a double.
inline constexpr double kLargestCount = 1e9;

// Any integer that a double holds exactly.
inline constexpr double kLargestInteger = 9007199254740991.0;

// What a number must be. An end that is open is not itself allowed.
struct Range {
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();
  bool low_open = false;
  bool high_open = false;

  // False for NaN and infinity.
  bool contains(double value) const;
};

constexpr Range at_least(double low) { return {.low = low}; }
constexpr Range above(double low) { return {.low = low, .low_open = true}; }
constexpr Range between(double low, double high) { return {.low = low, .high = high}; }
constexpr Range above_up_to(double low, double high) {
  return {.low = low, .high = high, .low_open = true};
}
constexpr Range inside(double low, double high) { return {low, high, true, true}; }
// [0, 1)
constexpr Range share() { return {.low = 0, .high = 1, .high_open = true}; }

inline constexpr Range whole = {-kLargestInteger, kLargestInteger};
inline constexpr Range positive = {1, kLargestCount};
inline constexpr Range not_negative = {0, kLargestCount};

// "a number of at least 0 and below 1"; "a finite number" without ends
std::string number_in_words(const Range& range);
// "a number in [0, 1)"; "a number" without ends
std::string number_as_interval(const Range& range);
// "an integer from 1 to 1000000000"
std::string integer_in_words(const Range& range);

struct Field {
  Range range = {};
  std::string_view unit = {};    // "pixels"; empty for a pure number
  std::string_view symbol = {};  // LaTeX, of the letter in formulas
  // What a missing key means, where no value stands for it: "the length of the run".
  std::string_view omitted = {};
  // In place of the range's own words in a message: "2 to 1000 classes". A string with it may not
  // be empty: "the name of a file".
  std::string_view expected = {};
  std::size_t multiple_of = 1;  // of an integer
};

}  // namespace anneal
