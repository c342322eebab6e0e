// Looks at single layers while a network trains: how large weights, gradients and updates are, and
// which relu channels have died. Reads only. It allocates when it is made and never again.
// Left out: whole-network figures, and every step but the one that it is told to look at.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "layers/network.h"
#include "recording/history.h"
#include "recording/parameter_sample.h"

namespace anneal {

class LayerWatch {
 public:
  // Watches every layer that has parameters or is a relu, those within residual blocks too, in
  // their order. The network outlives the watch.
  explicit LayerWatch(const Network<float>& network);

  // The layers that rows() is about.
  std::vector<LayerName> names() const;
  // [layers]; what is not measured yet is NaN.
  std::span<const LayerRow> rows() const { return rows_; }
  std::span<LayerRow> rows() { return rows_; }

  // Around an update: gradients, and how far it moves the weights. Of a parameter of more than
  // 65,536 values the move is measured on that many at most, evenly spread.
  void before_update();
  void after_update();

  // Over an evaluation: the first call, then one for every batch after its forward pass, then the
  // last, which writes dead_units.
  void begin_evaluation();
  void see(std::size_t batch);
  void end_evaluation();

 private:
  struct Watched {
    LayerName name;
    std::vector<ParameterSample> samples;  // of its parameters
    const float* output = nullptr;         // of a relu
    std::size_t output_size = 0;           // of a sample
    std::vector<std::uint8_t> alive = {};  // of a relu's channels: was above 0 for some image
  };

  void visit(const Stack<float>& stack, const std::string& prefix);
  void add(LayerName name, const std::vector<Parameter<float>*>& parameters);

  std::vector<Watched> layers_;
  std::vector<LayerRow> rows_;
};

// The Euclidean norm of all values together.
double weight_norm(const std::vector<Parameter<float>*>& parameters);

}  // namespace anneal
