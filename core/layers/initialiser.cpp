#include "layers/initialiser.h"

#include <array>
#include <cmath>
#include <utility>

namespace anneal {

namespace {

constexpr std::array<std::pair<Initialiser, std::string_view>, 7> kNames = {{
    {Initialiser::he_normal, "he_normal"},
    {Initialiser::he_uniform, "he_uniform"},
    {Initialiser::glorot_normal, "glorot_normal"},
    {Initialiser::glorot_uniform, "glorot_uniform"},
    {Initialiser::lecun_normal, "lecun_normal"},
    {Initialiser::lecun_uniform, "lecun_uniform"},
    {Initialiser::zeros, "zeros"},
}};

double variance(Initialiser initialiser, double fan_in, double fan_out) {
  switch (initialiser) {
    case Initialiser::he_normal:
    case Initialiser::he_uniform:
      return 2 / fan_in;
    case Initialiser::glorot_normal:
    case Initialiser::glorot_uniform:
      return 2 / (fan_in + fan_out);
    case Initialiser::lecun_normal:
    case Initialiser::lecun_uniform:
      return 1 / fan_in;
    case Initialiser::zeros:
      return 0;
  }
  return 0;
}

bool is_uniform(Initialiser initialiser) {
  return initialiser == Initialiser::he_uniform || initialiser == Initialiser::glorot_uniform ||
         initialiser == Initialiser::lecun_uniform;
}

}  // namespace

std::string_view to_string(Initialiser initialiser) {
  for (const auto& [value, name] : kNames) {
    if (value == initialiser) return name;
  }
  return "";
}

std::optional<Initialiser> initialiser_from(std::string_view name) {
  for (const auto& [value, known] : kNames) {
    if (known == name) return value;
  }
  return std::nullopt;
}

template <class T>
void initialise(Tensor<T>& weights, Initialiser initialiser, std::size_t fan_in,
                std::size_t fan_out, Random& random) {
  const double deviation =
      std::sqrt(variance(initialiser, static_cast<double>(fan_in), static_cast<double>(fan_out)));
  if (initialiser == Initialiser::zeros) {
    weights.fill(T(0));
  } else if (is_uniform(initialiser)) {
    const double limit = std::sqrt(3.0) * deviation;
    for (T& weight : weights) weight = static_cast<T>(random.uniform(-limit, limit));
  } else {
    for (T& weight : weights) weight = static_cast<T>(deviation * random.normal());
  }
}

template void initialise(Tensor<float>&, Initialiser, std::size_t, std::size_t, Random&);
template void initialise(Tensor<double>&, Initialiser, std::size_t, std::size_t, Random&);

}  // namespace anneal
