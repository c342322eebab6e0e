// Residual block (He et al., 2015): the output of an inner stack plus its input.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/json_fwd.h"
#include "layers/description.h"
#include "layers/layer.h"
#include "layers/stack.h"

namespace anneal {

struct LayerSettings;  // layers/kinds.h

template <class T>
class Residual;

struct ResidualSettings {
  static constexpr std::string_view type = "residual";
  static constexpr std::string_view group = "composite";
  static constexpr std::array formula = {
      R"(y = f(x) + x, \quad f = \key{layers})",
      R"(y = f(x) + P x \quad \text{(projection)})",
  };
  template <class T>
  using Class = Residual<T>;

  std::vector<LayerSettings> layers;  // at least one
  // A learned linear map P on the shortcut (a strided convolution of 1 x 1, or a dense layer on
  // vectors), for an inner stack that changes the shape.
  bool projection = false;

  template <class Visit>
  static void keys(Visit&& visit) {
    visit.required("layers", &ResidualSettings::layers);
    visit.optional("projection", &ResidualSettings::projection);
  }

  LayerDescription describe(const Shape& input, const std::string& path) const;
};

// A list of layers of a document, residual blocks at most eight deep within one another.
void read_value(const Json& json, const std::string& path, std::vector<LayerSettings>& layers);
Json write_value(const std::vector<LayerSettings>& layers);
void describe_value(Json& description, const std::vector<LayerSettings>&);

// y = inner(x) + shortcut(x), the shortcut being the identity or the projection. The inner stack's
// parameters are named `name`.layers.<i>.*, the projection's `name`.projection.*.
template <class T>
class Residual final : public Layer<T> {
 public:
  Residual(const ResidualSettings& settings, const LayerSite& site);

  void forward(const T* input, T* output, std::size_t batch, Pass pass) override;
  void backward(const T* input, const T* output, const T* output_gradient, T* input_gradient,
                std::size_t batch) override;
  std::vector<Parameter<T>*> parameters() override;
  std::vector<Buffer<T>*> buffers() override { return inner_.buffers(); }
  const Stack<T>* inner() const override { return &inner_; }

 private:
  Stack<T> inner_;
  std::unique_ptr<Layer<T>> projection_;  // null: the identity
  Tensor<T> inner_gradient_;              // by the input, through the inner stack
};

}  // namespace anneal
