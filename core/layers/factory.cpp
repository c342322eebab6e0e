#include "layers/factory.h"

#include "layers/conv2d.h"
#include "layers/dense.h"
#include "layers/flatten.h"
#include "layers/max_pool2d.h"
#include "layers/relu.h"

namespace anneal {

namespace {

// One function a layer type; the visit in describe() fills in type and input.
struct Describe {
  const Shape& input;
  const std::string& path;

  LayerDescription operator()(const Conv2dSettings& settings) const {
    const kernels::Conv2dGeometry g = conv2d_geometry(input, settings, path);
    const std::size_t weights = g.kernel_height * g.kernel_width * g.group_channels() * g.filters;
    return {"",
            {},
            {g.out_height, g.out_width, g.filters},
            weights + (settings.bias ? g.filters : 0),
            weights * g.out_height * g.out_width};
  }

  LayerDescription operator()(const ReluSettings&) const { return {"", {}, input, 0, 0}; }

  LayerDescription operator()(const MaxPool2dSettings& settings) const {
    const kernels::Pool2dGeometry g = max_pool2d_geometry(input, settings, path);
    return {"", {}, {g.out_height, g.out_width, g.channels}, 0, 0};
  }

  LayerDescription operator()(const FlattenSettings&) const {
    return {"", {}, {element_count(input)}, 0, 0};
  }

  LayerDescription operator()(const DenseSettings& settings) const {
    const std::size_t weights = dense_inputs(input, path) * settings.units;
    return {"", {}, {settings.units}, weights + (settings.bias ? settings.units : 0), weights};
  }
};

template <class T>
struct Make {
  const Shape& input;
  std::size_t batch_size;
  const std::string& name;
  Random& random;

  std::unique_ptr<Layer<T>> operator()(const Conv2dSettings& settings) const {
    return std::make_unique<Conv2d<T>>(input, settings, name, random);
  }
  std::unique_ptr<Layer<T>> operator()(const ReluSettings&) const {
    return std::make_unique<Relu<T>>(input);
  }
  std::unique_ptr<Layer<T>> operator()(const MaxPool2dSettings& settings) const {
    return std::make_unique<MaxPool2d<T>>(input, settings, batch_size, name);
  }
  std::unique_ptr<Layer<T>> operator()(const FlattenSettings&) const {
    return std::make_unique<Flatten<T>>(input);
  }
  std::unique_ptr<Layer<T>> operator()(const DenseSettings& settings) const {
    return std::make_unique<Dense<T>>(input, settings, name, random);
  }
};

struct TypeName {
  std::string_view operator()(const Conv2dSettings&) const { return "conv2d"; }
  std::string_view operator()(const ReluSettings&) const { return "relu"; }
  std::string_view operator()(const MaxPool2dSettings&) const { return "max_pool2d"; }
  std::string_view operator()(const FlattenSettings&) const { return "flatten"; }
  std::string_view operator()(const DenseSettings&) const { return "dense"; }
};

}  // namespace

std::string_view type_name(const LayerSettings& settings) {
  return std::visit(TypeName{}, settings);
}

LayerDescription describe(const LayerSettings& settings, const Shape& input,
                          const std::string& path) {
  LayerDescription description = std::visit(Describe{input, path}, settings);
  description.type = type_name(settings);
  description.input = input;
  return description;
}

template <class T>
std::unique_ptr<Layer<T>> make_layer(const LayerSettings& settings, const Shape& input,
                                     std::size_t batch_size, const std::string& name,
                                     Random& random) {
  return std::visit(Make<T>{input, batch_size, name, random}, settings);
}

template std::unique_ptr<Layer<float>> make_layer(const LayerSettings&, const Shape&, std::size_t,
                                                  const std::string&, Random&);
template std::unique_ptr<Layer<double>> make_layer(const LayerSettings&, const Shape&, std::size_t,
                                                   const std::string&, Random&);

}  // namespace anneal
