// What conv2d and dense share: weights, a bias that may be missing, and a ReLU in the same pass.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "kernels/gemm.h"
#include "layers/initialiser.h"
#include "layers/layer.h"

namespace anneal {

// The keys that settings S with weights end with.
template <class S, class Visit>
void weight_keys(Visit& visit) {
  visit.optional("bias", &S::bias);
  visit.optional("initialiser", &S::initialiser);
}

// Derived has
//   void run(const T* input, T* output, std::size_t batch, const kernels::Epilogue<T>& epilogue);
template <class T, class Derived>
class WeightedLayer : public Layer<T> {
 public:
  void forward(const T* input, T* output, std::size_t batch, Pass) override {
    derived().run(input, output, batch, epilogue(false));
  }
  bool has_forward_relu() const override { return true; }
  void forward_relu(const T* input, T* output, std::size_t batch, Pass) override {
    derived().run(input, output, batch, epilogue(true));
  }
  std::vector<Parameter<T>*> parameters() override {
    if (has_bias_) return {&weight_, &bias_};
    return {&weight_};
  }

 protected:
  // Weights [weight_shape] are drawn from the site's random stream; biases, one for each of the
  // last axis, start at zero. For the fans see initialise.
  template <class S>
  WeightedLayer(const S& settings, const LayerSite& site, const Shape& weight_shape,
                std::size_t fan_in, std::size_t fan_out)
      : Layer<T>(settings.type, site.input, settings.describe(site.input, site.name).output),
        has_bias_(settings.bias) {
    weight_ = {site.name + ".weight", zeros<T>(weight_shape), zeros<T>(weight_shape), true};
    initialise(weight_.value, settings.initialiser, fan_in, fan_out, site.random);
    if (has_bias_) {
      const Shape biases = {weight_shape.back()};
      bias_ = {site.name + ".bias", zeros<T>(biases), zeros<T>(biases), false};
    }
  }

  const T* weight() const { return weight_.value.data(); }
  T* weight_gradient() { return weight_.gradient.data(); }

  // From the gradient by the outputs, as `rows` rows of one value for each bias.
  void set_bias_gradient(const T* output_gradient, std::size_t rows) {
    if (!has_bias_) return;
    kernels::column_sums(output_gradient, rows, bias_.value.size(), bias_.gradient.data());
  }

 private:
  Derived& derived() { return static_cast<Derived&>(*this); }

  kernels::Epilogue<T> epilogue(bool relu) const {
    kernels::Epilogue<T> result;
    result.relu = relu;
    if (has_bias_) result.bias = bias_.value.data();
    return result;
  }

  bool has_bias_;
  Parameter<T> weight_, bias_;
};

}  // namespace anneal
