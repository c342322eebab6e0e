// Gradients against central differences, in double, for every argument of a layer: its input and
// each of its parameters.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "layers/layer.h"
#include "support.h"

namespace anneal::testing {

// The step of the differences: their error is of the order of its square.
inline constexpr double kStep = 1e-5;
// Relative to the larger of the two values; with an absolute floor for gradients near zero, where
// rounding (1e-16 / kStep) would dominate.
inline constexpr double kRelative = 1e-6;
inline constexpr double kFloor = 1e-9;

// Compares the gradient of the scalar sum(weights * output) by each of `arguments` with `analytic`.
template <class Objective>
void expect_gradient(double* arguments, const double* analytic, std::size_t count,
                     const Objective& objective, const std::string& what) {
  for (std::size_t i = 0; i < count; ++i) {
    const double value = arguments[i];
    arguments[i] = value + kStep;
    const double above = objective();
    arguments[i] = value - kStep;
    const double below = objective();
    arguments[i] = value;
    const double numeric = (above - below) / (2 * kStep);
    const double scale = std::max(std::abs(numeric), std::abs(analytic[i]));
    ASSERT_NEAR(analytic[i], numeric, kRelative * scale + kFloor) << what << ", element " << i;
  }
}

// `input` holds `batch` samples.
inline void check_gradients(Layer<double>& layer, Values<double> input, std::size_t batch) {
  const std::size_t outputs = batch * element_count(layer.output_shape());
  ASSERT_EQ(input.size(), batch * element_count(layer.input_shape()));
  const Values<double> weights = random_values<double>(outputs, 11);
  Values<double> output(outputs), input_gradient(input.size(), 7.0);
  const auto objective = [&] {
    layer.forward(input.data(), output.data(), batch, Mode::train);
    double sum = 0;
    for (std::size_t i = 0; i < outputs; ++i) sum += weights[i] * output[i];
    return sum;
  };

  objective();
  layer.backward(input.data(), output.data(), weights.data(), input_gradient.data(), batch);
  std::vector<Values<double>> parameter_gradients;
  for (const Parameter<double>* parameter : layer.parameters()) {
    parameter_gradients.emplace_back(parameter->gradient.begin(), parameter->gradient.end());
  }

  expect_gradient(input.data(), input_gradient.data(), input.size(), objective, "input");
  for (std::size_t p = 0; p < parameter_gradients.size(); ++p) {
    Parameter<double>& parameter = *layer.parameters()[p];
    expect_gradient(parameter.value.data(), parameter_gradients[p].data(), parameter.value.size(),
                    objective, parameter.name);
  }
}

}  // namespace anneal::testing
