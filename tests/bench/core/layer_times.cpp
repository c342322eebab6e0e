#include "layer_times.h"

#include <algorithm>

#include "timing.h"

namespace anneal::bench {

namespace {

// One layer with the memory that it works on.
struct Timed {
  Layer<float>* layer;
  std::string name;
  const float* input;
  Tensor<float> output, input_gradient;
  float* output_gradient = nullptr;
  bool needs_input_gradient;
  bool with_relu, has_forward, has_backward;  // as the network's stack runs it
  std::vector<double> forward, backward;
};

std::vector<Timed> prepare(Network<float>& network, std::size_t batch) {
  std::vector<Timed> timed;
  bool trained = false;
  const Stack<float>& stack = network.stack();
  for (std::size_t i = 0; i < stack.layers().size(); ++i) {
    Layer<float>& layer = *stack.layers()[i];
    if (!stack.has_forward(i) && !stack.has_backward(i)) continue;
    Timed& next = timed.emplace_back();
    next.layer = &layer;
    next.name = "layers." + std::to_string(i) + " " + std::string(layer.type());
    next.output = zeros<float>({batch * element_count(layer.output_shape())});
    next.input_gradient = zeros<float>({batch * element_count(layer.input_shape())});
    next.needs_input_gradient = trained;
    next.has_forward = stack.has_forward(i);
    next.has_backward = stack.has_backward(i);
    next.with_relu = i + 1 < stack.layers().size() && !stack.layers()[i + 1]->is_reshape() &&
                     !stack.has_forward(i + 1);
    trained = trained || !layer.parameters().empty();
  }
  for (std::size_t i = 0; i < timed.size(); ++i) {
    timed[i].input = i == 0 ? network.input() : timed[i - 1].output.data();
    if (i > 0) timed[i - 1].output_gradient = timed[i].input_gradient.data();
  }
  timed.back().output_gradient = network.output_gradient();
  return timed;
}

}  // namespace

std::vector<LayerTime> layer_times(Network<float>& network, std::size_t batch, double budget) {
  std::vector<Timed> timed = prepare(network, batch);
  repeat(budget, 3, [&] {
    for (Timed& t : timed) {
      const Clock clock;
      if (t.with_relu) {
        t.layer->forward_relu(t.input, t.output.data(), batch, Mode::train);
      } else if (t.has_forward) {
        t.layer->forward(t.input, t.output.data(), batch, Mode::train);
      }
      t.forward.push_back(clock.seconds());
      if (!t.has_forward) std::copy_n(t.input, t.output.size(), t.output.data());
    }
    std::fill_n(timed.back().output_gradient, timed.back().output.size(), 0.01f);
    for (std::size_t i = timed.size(); i-- > 0;) {
      Timed& t = timed[i];
      const Clock clock;
      if (t.has_backward) {
        t.layer->backward(t.input, t.output.data(), t.output_gradient,
                          t.needs_input_gradient ? t.input_gradient.data() : nullptr, batch);
      }
      t.backward.push_back(clock.seconds());
      if (!t.has_backward) {
        std::copy_n(t.output_gradient, t.output.size(), t.input_gradient.data());
      }
    }
  });
  std::vector<LayerTime> times;
  for (const Timed& t : timed) times.push_back({t.name, median(t.forward), median(t.backward)});
  return times;
}

}  // namespace anneal::bench
