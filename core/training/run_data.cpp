#include "training/run_data.h"

#include <algorithm>
#include <utility>
#include <variant>

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

std::vector<NamedBytes> named_bytes(const FileList& names, const Files& files) {
  std::vector<NamedBytes> parts;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string path = "data.files[" + std::to_string(i) + "]";
    parts.push_back({names[i], file_at(files, path, names[i])});
  }
  return parts;
}

NpyArray array_of(const std::string& file, const Files& files, const std::string& array) {
  return parse_npy(file_at(files, "data.file", file, array + ".npy"),
                   array + " of \"" + file + "\"");
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

// Generated data sets up to these sizes are stored; larger ones are drawn on demand.
struct StoredBytes {
  std::uint64_t glyphs = kDatasetByteLimit;
  std::uint64_t shapes = kStoredShapeBytes;
};

// One function a source.
struct MakeDataset {
  const Experiment& experiment;
  const Files& files;
  StoredBytes stored;

  std::size_t count() const { return experiment.data.train + experiment.data.validation; }

  Dataset operator()(const GlyphSource& source) const {
    return glyphs(count(), experiment.seed, source, stored.glyphs);
  }
  Dataset operator()(const ShapeSource& source) const {
    return shapes(count(), experiment.seed, source, stored.shapes);
  }
  Dataset operator()(const IdxSource& source) const {
    return read_idx(file_at(files, "data.images", source.images),
                    file_at(files, "data.labels", source.labels));
  }
  Dataset operator()(const Cifar10Source& source) const {
    return read_cifar10(named_bytes(source.files, files));
  }
  Dataset operator()(const Cifar100Source& source) const {
    return read_cifar100(named_bytes(source.files, files), source.labels);
  }
  Dataset operator()(const NpzSource& source) const {
    return read_npy(array_of(source.file, files, source.images),
                    array_of(source.file, files, source.labels));
  }
  Dataset operator()(const ImageSource& source) const {
    Dataset dataset =
        read_npy(array_of(source.file, files, "images"), array_of(source.file, files, "labels"));
    dataset.class_names = lines_of(file_at(files, "data.file", source.file, "classes.txt"));
    dataset.classes = dataset.class_names.size();
    check_dataset(dataset);
    return dataset;
  }
};

Dataset make_dataset(const Experiment& experiment, const Files& files, StoredBytes stored) {
  return std::visit(MakeDataset{experiment, files, stored}, experiment.data.source);
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
