// Statistics of single layers during training: norms of weights and gradients, the update ratio,
// and the share of dead relu channels. Reads the network without changing it. Allocates on
// construction only.
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

class LayerStatistics {
 public:
  // Measures every layer that has parameters or is a relu, including those inside residual blocks,
  // in network order. The network must outlive this object.
  explicit LayerStatistics(const Network<float>& network);

  // The layers of rows(), in the same order.
  std::vector<LayerName> names() const;
  // [layers]; NaN where not measured yet.
  std::span<const LayerRow> rows() const { return rows_; }
  std::span<LayerRow> rows() { return rows_; }

  // To be called around an update that is to be measured. The update of a tensor with more than
  // 65,536 values is measured on an evenly spread sample of at most that many.
  void before_update();
  void after_update();

  // To be called at the start of an evaluation, after the forward pass of each batch of `batch`
  // images, and at the end, which sets dead_units.
  void begin_evaluation();
  void add_batch(std::size_t batch);
  void end_evaluation();

 private:
  struct MeasuredLayer {
    LayerName name;
    std::vector<ParameterSample> samples;  // of its parameters
    const float* output = nullptr;         // of a relu: [batch, output_size]
    std::size_t output_size = 0;           // values per image
    std::vector<std::uint8_t> alive = {};  // [channels] of a relu: 1 where some output was above 0
  };

  void visit(const Stack<float>& stack, const std::string& prefix);
  void add(LayerName name, const std::vector<Parameter<float>*>& parameters);

  std::vector<MeasuredLayer> layers_;
  std::vector<LayerRow> rows_;
};

// The Euclidean norm of all values of all parameters together.
double weight_norm(const std::vector<Parameter<float>*>& parameters);

}  // namespace anneal
