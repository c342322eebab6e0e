// Initial weights, drawn from the layer's own stream of the random source. To add one: its name in
// the enum and its row in kInitialisers.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "base/random.h"
#include "tensor/tensor.h"

namespace anneal {

enum class Initialiser {
  he_normal,
  he_uniform,
  glorot_normal,
  glorot_uniform,
  lecun_normal,
  lecun_uniform,
  zeros,
};

enum class InitialDraw { normal, uniform, none };

// The variance is gain / (fan_in, or fan_in + fan_out). A uniform draw is from [-limit, limit) with
// limit = sqrt(3 variance).
struct InitialiserKind {
  std::string_view type;  // in the document
  std::string_view formula;
  InitialDraw draw = InitialDraw::none;
  double gain = 0;
  bool with_fan_out = false;
};

// In the order of the enum.
// he: He et al., "Delving deep into rectifiers", 2015. glorot: Glorot and Bengio, 2010.
// lecun: LeCun et al., "Efficient BackProp", 1998.
inline constexpr std::array<InitialiserKind, 7> kInitialisers = {{
    {"he_normal", R"(w \sim \mathcal{N}\left(0, \frac{2}{n_\text{in}}\right))", InitialDraw::normal,
     2},
    {"he_uniform", R"(w \sim \mathcal{U}(-a, a), \quad a = \sqrt{\frac{6}{n_\text{in}}})",
     InitialDraw::uniform, 2},
    {"glorot_normal", R"(w \sim \mathcal{N}\left(0, \frac{2}{n_\text{in} + n_\text{out}}\right))",
     InitialDraw::normal, 2, true},
    {"glorot_uniform",
     R"(w \sim \mathcal{U}(-a, a), \quad a = \sqrt{\frac{6}{n_\text{in} + n_\text{out}}})",
     InitialDraw::uniform, 2, true},
    {"lecun_normal", R"(w \sim \mathcal{N}\left(0, \frac{1}{n_\text{in}}\right))",
     InitialDraw::normal, 1},
    {"lecun_uniform", R"(w \sim \mathcal{U}(-a, a), \quad a = \sqrt{\frac{3}{n_\text{in}}})",
     InitialDraw::uniform, 1},
    {"zeros", "w = 0"},
}};

constexpr std::array<std::string_view, kInitialisers.size()> names(Initialiser) {
  std::array<std::string_view, kInitialisers.size()> list;
  for (std::size_t i = 0; i < list.size(); ++i) list[i] = kInitialisers[i].type;
  return list;
}

// fan_in: inputs that one output sums over (kernel height x kernel width x channels of a group).
// fan_out: outputs that one input reaches.
template <class T>
void initialise(Tensor<T>& weights, Initialiser initialiser, std::size_t fan_in,
                std::size_t fan_out, Random& random);

}  // namespace anneal
