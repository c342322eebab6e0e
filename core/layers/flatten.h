// [H, W, C] -> [H * W * C]: the same numbers in the same order, so nothing is computed.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "layers/description.h"
#include "layers/layer.h"

namespace anneal {

template <class T>
class Flatten;

struct FlattenSettings {
  static constexpr std::string_view type = "flatten";
  static constexpr std::string_view group = "shape";
  static constexpr std::array formula = {
      R"([H, W, C] \to [H \cdot W \cdot C])",
  };
  template <class T>
  using Class = Flatten<T>;

  template <class Visit>
  static void keys(Visit&&) {}

  LayerDescription describe(const Shape& input, const std::string& path) const {
    return describe_in_place({element_count(input)}, path);
  }
};

template <class T>
class Flatten final : public Layer<T> {
 public:
  Flatten(const FlattenSettings& settings, const LayerSite& site)
      : Layer<T>(settings.type, site.input, {element_count(site.input)}) {}

  bool is_reshape() const override { return true; }
  void forward(const T*, T*, std::size_t, Pass) override {}
  void backward(const T*, const T*, const T*, T*, std::size_t) override {}
};

}  // namespace anneal
