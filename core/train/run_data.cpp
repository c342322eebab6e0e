#include "train/run_data.h"

#include <utility>

#include "data/glyphs.h"
#include "data/idx.h"
#include "data/shapes.h"
#include "layers/network.h"
#include "tensor/error.h"

namespace anneal {

namespace {

const std::vector<std::uint8_t>& file_at(const Files& files, const std::string& path,
                                         const std::string& name) {
  const auto found = files.find(name);
  if (found == files.end()) {
    throw Error(ErrorKind::data, "no file named \"" + name + "\" was given; choose or drop it",
                path);
  }
  return found->second;
}

Dataset make_dataset(const Experiment& experiment, const Files& files) {
  const DataSettings& data = experiment.data;
  switch (data.source) {
    case DataSource::glyphs:
      return glyphs(data.train + data.validation, experiment.seed);
    case DataSource::shapes:
      return shapes(data.train + data.validation, experiment.seed,
                    {.size = data.size, .classes = data.classes});
    case DataSource::idx:
      return read_idx(file_at(files, "data.images", data.images),
                      file_at(files, "data.labels", data.labels));
  }
  fail_experiment("data.source", "unknown");
}

Split make_split(const Experiment& experiment, const Dataset& images) {
  const DataSettings& data = experiment.data;
  if (data.stratified) {
    return stratified_split(images, data.train, data.validation, experiment.seed);
  }
  return split(images, data.train, data.validation, experiment.seed, experiment.training.shuffle);
}

}  // namespace

RunData make_run_data(const Experiment& experiment, const Files& files) {
  auto images = std::make_shared<Dataset>(make_dataset(experiment, files));
  Split parts = make_split(experiment, *images);
  if (experiment.data.label_noise > 0) {
    add_label_noise(*images, parts.train, experiment.data.label_noise, experiment.seed);
  }
  return {std::move(images), std::move(parts)};
}

void check_network_fits(const NetworkSettings& network, const Dataset& images) {
  if (network.input != images.image_shape) {
    fail_experiment("network.input", "expected " + to_string(images.image_shape) +
                                         ", the shape of the images, got " +
                                         to_string(network.input));
  }
  const Shape output = describe(network).back().output;
  if (output.size() != 1 || output[0] < images.classes) {
    fail_experiment("network.layers", "expected the last layer to give [" +
                                          std::to_string(images.classes) +
                                          "], a value for each class, got " + to_string(output));
  }
}

}  // namespace anneal
