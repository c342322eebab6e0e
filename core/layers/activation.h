// Activation functions, for an input of any shape. Each is a kind of layer; they share one class.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "base/field.h"
#include "kernels/activation.h"
#include "layers/description.h"
#include "layers/layer.h"

namespace anneal {

// S is the settings of one of the functions below.
template <class T, class S>
class Activation final : public Layer<T> {
 public:
  Activation(const S& settings, const LayerSite& site)
      : Layer<T>(S::type, site.input, site.input),
        parameter_(static_cast<T>(settings.parameter())) {}

  bool in_place() const override { return kFromOutput; }
  bool backward_uses_output() const override { return kFromOutput; }

  void forward(const T* input, T* output, std::size_t batch, Pass) override {
    kernels::activation_forward(S::function, parameter_, input, output, count(batch));
  }

  void backward(const T* input, const T* output, const T* output_gradient, T* input_gradient,
                std::size_t batch) override {
    if (input_gradient == nullptr) return;
    kernels::activation_backward(S::function, parameter_, kFromOutput ? output : input,
                                 output_gradient, input_gradient, count(batch));
  }

 private:
  static constexpr bool kFromOutput = kernels::gradient_from_output(S::function);

  std::size_t count(std::size_t batch) const { return batch * element_count(this->input_shape()); }

  T parameter_;
};

inline LayerDescription describe_activation(kernels::Activation function, const Shape& input,
                                            const std::string& path) {
  return kernels::gradient_from_output(function) ? describe_in_place(input, path)
                                                 : describe_output(input, path);
}

struct ReluSettings {
  static constexpr std::string_view type = "relu";
  static constexpr std::string_view group = "activation";
  static constexpr std::array formula = {
      R"(y = \max(x, 0))",
  };
  static constexpr auto function = kernels::Activation::relu;
  template <class T>
  using Class = Activation<T, ReluSettings>;

  double parameter() const { return 0; }
  template <class Visit>
  static void keys(Visit&&) {}
  LayerDescription describe(const Shape& input, const std::string& path) const {
    return describe_activation(function, input, path);
  }
};

struct LeakyReluSettings {
  static constexpr std::string_view type = "leaky_relu";
  static constexpr std::string_view group = "activation";
  static constexpr std::array formula = {
      R"(y = x \;\text{if } x > 0, \quad \key{slope} \, x \;\text{otherwise})",
  };
  static constexpr auto function = kernels::Activation::leaky_relu;
  template <class T>
  using Class = Activation<T, LeakyReluSettings>;

  double slope = 0.01;

  double parameter() const { return slope; }
  template <class Visit>
  static void keys(Visit&& visit) {
    visit.optional("slope", &LeakyReluSettings::slope, {.range = at_least(0), .symbol = "a"});
  }
  LayerDescription describe(const Shape& input, const std::string& path) const {
    return describe_activation(function, input, path);
  }
};

struct EluSettings {
  static constexpr std::string_view type = "elu";
  static constexpr std::string_view group = "activation";
  static constexpr std::array formula = {
      R"(y = x \;\text{if } x > 0, \quad \key{alpha} \, (e^x - 1) \;\text{otherwise})",
  };
  static constexpr auto function = kernels::Activation::elu;
  template <class T>
  using Class = Activation<T, EluSettings>;

  double alpha = 1;

  double parameter() const { return alpha; }
  template <class Visit>
  static void keys(Visit&& visit) {
    visit.optional("alpha", &EluSettings::alpha, {.range = above(0), .symbol = "\\alpha"});
  }
  LayerDescription describe(const Shape& input, const std::string& path) const {
    return describe_activation(function, input, path);
  }
};

struct GeluSettings {
  static constexpr std::string_view type = "gelu";
  static constexpr std::string_view group = "activation";
  static constexpr std::array formula = {
      R"(y = x \, \Phi(x) = \frac{x}{2} \left(1 + \operatorname{erf}\frac{x}{\sqrt{2}}\right))",
  };
  static constexpr auto function = kernels::Activation::gelu;
  template <class T>
  using Class = Activation<T, GeluSettings>;

  double parameter() const { return 0; }
  template <class Visit>
  static void keys(Visit&&) {}
  LayerDescription describe(const Shape& input, const std::string& path) const {
    return describe_activation(function, input, path);
  }
};

struct SigmoidSettings {
  static constexpr std::string_view type = "sigmoid";
  static constexpr std::string_view group = "activation";
  static constexpr std::array formula = {
      R"(y = \frac{1}{1 + e^{-x}})",
  };
  static constexpr auto function = kernels::Activation::sigmoid;
  template <class T>
  using Class = Activation<T, SigmoidSettings>;

  double parameter() const { return 0; }
  template <class Visit>
  static void keys(Visit&&) {}
  LayerDescription describe(const Shape& input, const std::string& path) const {
    return describe_activation(function, input, path);
  }
};

struct TanhSettings {
  static constexpr std::string_view type = "tanh";
  static constexpr std::string_view group = "activation";
  static constexpr std::array formula = {
      R"(y = \tanh(x))",
  };
  static constexpr auto function = kernels::Activation::tanh;
  template <class T>
  using Class = Activation<T, TanhSettings>;

  double parameter() const { return 0; }
  template <class Visit>
  static void keys(Visit&&) {}
  LayerDescription describe(const Shape& input, const std::string& path) const {
    return describe_activation(function, input, path);
  }
};

}  // namespace anneal
