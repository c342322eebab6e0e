#include "layers/description.h"

#include <cstdio>

#include "base/error.h"

namespace anneal {

namespace {

// What one tensor may hold: the bytes of so many doubles still fit in 32 bits.
constexpr double kMostNumbers = (1u << 29) - 1;

}  // namespace

// Multiplied as doubles, which do not wrap round.
std::size_t countable(const char* what, std::initializer_list<std::size_t> factors,
                      const std::string& path) {
  double product = 1;
  for (const std::size_t factor : factors) product *= static_cast<double>(factor);
  if (product > kMostNumbers) {
    char number[32];
    std::snprintf(number, sizeof number, "%.3g", product);
    fail_experiment(path, std::string("expected at most 536870911 ") + what + ", got " + number);
  }
  return static_cast<std::size_t>(product);
}

std::size_t countable_values(const Shape& sample, const std::string& path) {
  std::size_t values = 1;
  for (const std::size_t axis : sample) {
    values = countable("values for an image", {values, axis}, path);
  }
  return values;
}

LayerDescription describe_output(const Shape& output, const std::string& path,
                                 std::size_t parameters, std::uint64_t multiply_adds) {
  const std::size_t values = countable_values(output, path);
  return {"", {}, output, parameters, multiply_adds, values};
}

LayerDescription describe_in_place(const Shape& output, const std::string& path) {
  LayerDescription description = describe_output(output, path);
  description.kept_values = 0;
  return description;
}

}  // namespace anneal
