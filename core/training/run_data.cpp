#include "training/run_data.h"

#include <algorithm>
#include <utility>

#include "base/error.h"
#include "formats/cifar.h"
#include "formats/idx.h"
#include "formats/npy.h"
#include "layers/network.h"

namespace anneal {

namespace {

using Bytes = std::vector<std::uint8_t>;

// `part` is a member of an archive, such as x_train.npy of mnist.npz; empty for the file itself.
const Bytes& file_at(const Files& files, const std::string& path, const std::string& name,
                     const std::string& part = "") {
  const std::string folder = name + "/";
  const auto found = files.find(part.empty() ? name : folder + part);
  if (found != files.end()) return found->second;
  const auto other = files.lower_bound(folder);
  if (!part.empty() && other != files.end() && other->first.starts_with(folder)) {
    throw Error(ErrorKind::file, "\"" + name + "\" holds no " + part, path);
  }
  throw Error(ErrorKind::data, "no file named \"" + name + "\" was given; choose or drop it", path);
}

Dataset read_cifar(const DataSettings& data, const Files& files) {
  std::vector<NamedBytes> parts;
  for (std::size_t i = 0; i < data.files.size(); ++i) {
    const std::string path = "data.files[" + std::to_string(i) + "]";
    parts.push_back({data.files[i], file_at(files, path, data.files[i])});
  }
  return data.source == DataSource::cifar10 ? read_cifar10(parts)
                                            : read_cifar100(parts, data.cifar_labels);
}

NpyArray array_of(const DataSettings& data, const Files& files, const std::string& array) {
  return parse_npy(file_at(files, "data.file", data.file, array + ".npy"),
                   array + " of \"" + data.file + "\"");
}

std::vector<std::string> lines_of(const Bytes& text) {
  std::vector<std::string> lines;
  auto start = text.begin();
  while (start != text.end()) {
    const auto end = std::find(start, text.end(), '\n');
    lines.emplace_back(start, end);
    start = end == text.end() ? end : end + 1;
  }
  return lines;
}

Dataset read_pictures(const DataSettings& data, const Files& files) {
  Dataset dataset = read_npy(array_of(data, files, "images"), array_of(data, files, "labels"));
  dataset.class_names = lines_of(file_at(files, "data.file", data.file, "classes.txt"));
  dataset.classes = dataset.class_names.size();
  check_dataset(dataset);
  return dataset;
}

// Generated data sets up to these sizes are stored; larger ones are drawn on demand.
struct StoredBytes {
  std::uint64_t glyphs = kDatasetByteLimit;
  std::uint64_t shapes = kStoredShapeBytes;
};

Dataset make_dataset(const Experiment& experiment, const Files& files, StoredBytes stored) {
  const DataSettings& data = experiment.data;
  switch (data.source) {
    case DataSource::glyphs:
      return glyphs(data.train + data.validation, experiment.seed, data.glyphs, stored.glyphs);
    case DataSource::shapes:
      return shapes(data.train + data.validation, experiment.seed, data.shapes, stored.shapes);
    case DataSource::idx:
      return read_idx(file_at(files, "data.images", data.images),
                      file_at(files, "data.labels", data.labels));
    case DataSource::cifar10:
    case DataSource::cifar100:
      return read_cifar(data, files);
    case DataSource::npz:
      return read_npy(array_of(data, files, data.image_array),
                      array_of(data, files, data.label_array));
    case DataSource::images:
      return read_pictures(data, files);
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
  return split_data(std::make_shared<Dataset>(make_dataset(experiment, files, {})), experiment);
}

std::shared_ptr<Dataset> images_on_demand(const Experiment& experiment, const Files& files) {
  return std::make_shared<Dataset>(make_dataset(experiment, files, {.glyphs = 0, .shapes = 0}));
}

RunData split_data(std::shared_ptr<Dataset> images, const Experiment& experiment) {
  Split parts = make_split(experiment, *images);
  const double share = experiment.data.label_noise;
  std::vector<WrongLabel> wrong;
  if (share > 0) wrong = add_label_noise(*images, parts.train, share, experiment.seed);
  return {std::move(images), std::move(parts), std::move(wrong)};
}

void check_network_fits(const NetworkSettings& network, const Shape& image_shape,
                        std::size_t classes) {
  if (network.input != image_shape) {
    fail_experiment("network.input", "expected " + to_string(image_shape) +
                                         ", the shape of the images, got " +
                                         to_string(network.input));
  }
  const Shape output = describe(network).back().output;
  if (output.size() != 1 || output[0] < classes) {
    fail_experiment("network.layers", "expected the last layer to give [" +
                                          std::to_string(classes) +
                                          "], a value for each class, got " + to_string(output));
  }
}

}  // namespace anneal
