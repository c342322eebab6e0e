#include "workloads.h"

namespace anneal::bench {

namespace {

Workload lenet() {
  return {"lenet",
          {{28, 28, 1},
           {Conv2dSettings{.filters = 8, .kernel = {5, 5}, .padding = Padding::same},
            ReluSettings{}, MaxPool2dSettings{},
            Conv2dSettings{.filters = 16, .kernel = {5, 5}, .padding = Padding::same},
            ReluSettings{}, MaxPool2dSettings{}, FlattenSettings{}, DenseSettings{.units = 10}}},
          {{}, SgdSettings{.momentum = 0.9}},
          32,
          {8, 16, 32, 64, 128}};
}

// Three convolutions of 3 x 3 with 32, 64 and 128 filters, then a hidden layer of 512.
Workload seed(std::string name, std::size_t size, std::size_t classes, std::size_t batch) {
  std::vector<LayerSettings> layers;
  for (const std::size_t filters : {32, 64, 128}) {
    layers.insert(layers.end(),
                  {Conv2dSettings{.filters = filters}, ReluSettings{}, MaxPool2dSettings{}});
  }
  layers.insert(layers.end(), {FlattenSettings{}, DenseSettings{.units = 512}, ReluSettings{},
                               DenseSettings{.units = classes}});
  return {std::move(name), {{size, size, 3}, layers}, {{}, AdamSettings{}}, batch};
}

Workload seed_32() {
  Workload workload = seed("seed-32", 32, 10, 32);
  workload.batches = {8, 16, 32, 64, 128};
  return workload;
}

}  // namespace

std::vector<Workload> workloads() { return {lenet(), seed_32(), seed("seed-224", 224, 1000, 8)}; }

}  // namespace anneal::bench
