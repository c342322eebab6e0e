#include "layers/factory.h"

#include "base/random.h"
#include "layers/activation.h"
#include "layers/avg_pool2d.h"
#include "layers/batch_norm.h"
#include "layers/conv2d.h"
#include "layers/dense.h"
#include "layers/dropout.h"
#include "layers/flatten.h"
#include "layers/layer_norm.h"
#include "layers/max_pool2d.h"
#include "layers/residual.h"

namespace anneal {

namespace {

struct TypeName {
  std::string_view operator()(const Conv2dSettings&) const { return "conv2d"; }
  std::string_view operator()(const ReluSettings&) const { return "relu"; }
  std::string_view operator()(const LeakyReluSettings&) const { return "leaky_relu"; }
  std::string_view operator()(const EluSettings&) const { return "elu"; }
  std::string_view operator()(const GeluSettings&) const { return "gelu"; }
  std::string_view operator()(const SigmoidSettings&) const { return "sigmoid"; }
  std::string_view operator()(const TanhSettings&) const { return "tanh"; }
  std::string_view operator()(const MaxPool2dSettings&) const { return "max_pool2d"; }
  std::string_view operator()(const AvgPool2dSettings&) const { return "avg_pool2d"; }
  std::string_view operator()(const GlobalAvgPool2dSettings&) const { return "global_avg_pool2d"; }
  std::string_view operator()(const BatchNormSettings&) const { return "batch_norm"; }
  std::string_view operator()(const LayerNormSettings&) const { return "layer_norm"; }
  std::string_view operator()(const DropoutSettings&) const { return "dropout"; }
  std::string_view operator()(const FlattenSettings&) const { return "flatten"; }
  std::string_view operator()(const DenseSettings&) const { return "dense"; }
  std::string_view operator()(const ResidualSettings&) const { return "residual"; }
};

template <class T>
struct Make {
  using Pointer = std::unique_ptr<Layer<T>>;

  const Shape& input;
  std::size_t batch_size;
  const std::string& name;
  std::uint64_t seed;
  std::string_view type;
  Random& random;

  Pointer operator()(const Conv2dSettings& settings) const {
    return std::make_unique<Conv2d<T>>(input, settings, name, random);
  }
  Pointer operator()(const DenseSettings& settings) const {
    return std::make_unique<Dense<T>>(input, settings, name, random);
  }
  Pointer operator()(const MaxPool2dSettings& settings) const {
    return std::make_unique<MaxPool2d<T>>(input, settings, batch_size, name);
  }
  Pointer operator()(const AvgPool2dSettings& settings) const {
    return std::make_unique<AvgPool2d<T>>(input, settings, name);
  }
  Pointer operator()(const GlobalAvgPool2dSettings& settings) const {
    return std::make_unique<AvgPool2d<T>>(input, settings, name);
  }
  Pointer operator()(const BatchNormSettings& settings) const {
    return std::make_unique<BatchNorm<T>>(input, settings, name);
  }
  Pointer operator()(const LayerNormSettings& settings) const {
    return std::make_unique<LayerNorm<T>>(input, settings, batch_size, name);
  }
  Pointer operator()(const DropoutSettings& settings) const {
    return std::make_unique<Dropout<T>>(input, settings, batch_size, random);
  }
  Pointer operator()(const FlattenSettings&) const { return std::make_unique<Flatten<T>>(input); }
  Pointer operator()(const ResidualSettings& settings) const {
    return std::make_unique<Residual<T>>(input, settings, batch_size, name, seed);
  }

  Pointer operator()(const ReluSettings&) const { return activation(kernels::Activation::relu); }
  Pointer operator()(const LeakyReluSettings& settings) const {
    return activation(kernels::Activation::leaky_relu, settings.slope);
  }
  Pointer operator()(const EluSettings& settings) const {
    return activation(kernels::Activation::elu, settings.alpha);
  }
  Pointer operator()(const GeluSettings&) const { return activation(kernels::Activation::gelu); }
  Pointer operator()(const SigmoidSettings&) const {
    return activation(kernels::Activation::sigmoid);
  }
  Pointer operator()(const TanhSettings&) const { return activation(kernels::Activation::tanh); }

  Pointer activation(kernels::Activation function, double parameter = 0) const {
    return std::make_unique<Activation<T>>(input, function, parameter, type);
  }
};

}  // namespace

std::string_view type_name(const LayerSettings& settings) {
  return std::visit(TypeName{}, settings);
}

template <class T>
std::unique_ptr<Layer<T>> make_layer(const LayerSettings& settings, const Shape& input,
                                     std::size_t batch_size, const std::string& name,
                                     std::uint64_t seed) {
  Random random(seed, stream_id("init " + name));
  return std::visit(Make<T>{input, batch_size, name, seed, type_name(settings), random}, settings);
}

template std::unique_ptr<Layer<float>> make_layer(const LayerSettings&, const Shape&, std::size_t,
                                                  const std::string&, std::uint64_t);
template std::unique_ptr<Layer<double>> make_layer(const LayerSettings&, const Shape&, std::size_t,
                                                   const std::string&, std::uint64_t);

}  // namespace anneal
