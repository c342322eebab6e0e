#include "layers/residual.h"

#include <algorithm>
#include <functional>

#include "base/error.h"
#include "layers/kinds.h"

namespace anneal {

namespace {

// The layer that maps a block's input to the shape of its inner output: a convolution of 1 x 1
// whose stride brings the image to size, or a dense layer on vectors. Throws Error (experiment) at
// `path` where none can.
LayerSettings projection_between(const Shape& input, const Shape& output, const std::string& path) {
  if (input.size() == 1 && output.size() == 1) return DenseSettings{.units = output[0]};
  const auto fail = [&] {
    fail_experiment(path, "no projection leads from the input " + to_string(input) +
                              " to the inner output " + to_string(output));
  };
  if (input.size() != 3 || output.size() != 3) fail();
  Pair stride;
  for (std::size_t axis = 0; axis < 2; ++axis) {
    stride[axis] = (input[axis] + output[axis] - 1) / output[axis];
    if ((input[axis] + stride[axis] - 1) / stride[axis] != output[axis]) fail();
  }
  return Conv2dSettings{.filters = output[2], .kernel = {1, 1}, .stride = stride};
}

}  // namespace

LayerDescription ResidualSettings::describe(const Shape& input, const std::string& path) const {
  std::vector<LayerDescription> inner = anneal::describe(layers, input, path + ".layers");
  LayerDescription description = describe_output(inner.back().output, path);
  if (projection) {
    const LayerDescription shortcut =
        anneal::describe(projection_between(input, description.output, path), input, path);
    description.parameters += shortcut.parameters;
    description.multiply_adds += shortcut.multiply_adds;
  } else if (description.output != input) {
    fail_experiment(path, "the inner stack makes " + to_string(description.output) +
                              " of the input " + to_string(input) +
                              ", which cannot be added to it; set \"projection\": true");
  }
  for (const LayerDescription& layer : inner) {
    description.parameters += layer.parameters;
    description.multiply_adds += layer.multiply_adds;
    description.kept_values += layer.kept_values;
  }
  description.layers = std::move(inner);
  return description;
}

template <class T>
Residual<T>::Residual(const ResidualSettings& settings, const LayerSite& site)
    : Layer<T>(settings.type, site.input, settings.describe(site.input, site.name).output),
      inner_(settings.layers, site.input, site.batch_size, site.name + ".layers.", site.seed),
      inner_gradient_(zeros<T>({site.batch_size * element_count(site.input)})) {
  if (settings.projection) {
    projection_ = make_layer<T>(projection_between(site.input, this->output_shape(), site.name),
                                site.input, site.batch_size, site.name + ".projection", site.seed);
  }
}

template <class T>
void Residual<T>::forward(const T* input, T* output, std::size_t batch, Pass pass) {
  const T* const inner = inner_.forward(input, batch, pass);
  const T* shortcut = input;
  if (projection_ != nullptr) {
    projection_->forward(input, output, batch, pass);
    shortcut = output;
  }
  const std::size_t count = batch * element_count(this->output_shape());
  std::transform(inner, inner + count, shortcut, output, std::plus<>());
}

template <class T>
void Residual<T>::backward(const T* input, const T*, const T* output_gradient, T* input_gradient,
                           std::size_t batch) {
  std::copy_n(output_gradient, batch * element_count(this->output_shape()),
              inner_.output_gradient());
  T* const inner_gradient = input_gradient == nullptr ? nullptr : inner_gradient_.data();
  inner_.backward(input, inner_gradient, batch);

  const T* shortcut = output_gradient;
  if (projection_ != nullptr) {
    projection_->backward(input, nullptr, output_gradient, input_gradient, batch);
    shortcut = input_gradient;
  }
  if (input_gradient == nullptr) return;
  const std::size_t count = batch * element_count(this->input_shape());
  std::transform(inner_gradient, inner_gradient + count, shortcut, input_gradient, std::plus<>());
}

template <class T>
std::vector<Parameter<T>*> Residual<T>::parameters() {
  std::vector<Parameter<T>*> all = inner_.parameters();
  if (projection_ != nullptr) {
    const std::vector<Parameter<T>*> own = projection_->parameters();
    all.insert(all.end(), own.begin(), own.end());
  }
  return all;
}

template class Residual<float>;
template class Residual<double>;

}  // namespace anneal
