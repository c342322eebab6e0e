// An experiment: everything that decides a run, read from one JSON document and checked once. What
// is filled in here is what a run records. Shapes that do not fit are the network's to refuse.
//
// Each section of the document has a file of its own, experiment_<section>.cpp, which says the keys
// of its structs once, for reading and writing alike (json_reader.h).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "data/glyphs.h"
#include "data/shapes.h"
#include "formats/cifar.h"
#include "layers/settings.h"
#include "losses/loss.h"
#include "optim/optimizer.h"
#include "schedules/schedule.h"

namespace anneal {

enum class DataSource {
  glyphs,    // digits drawn from the seed
  shapes,    // coloured figures drawn from the seed
  idx,       // a pair of IDX files
  cifar10,   // the binary files of CIFAR-10
  cifar100,  // ... and of CIFAR-100
  npz,       // two arrays of an .npz
  images,    // a folder or zip of pictures, one folder a class
};
constexpr std::array<std::string_view, 7> names(DataSource) {
  return {"glyphs", "shapes", "idx", "cifar10", "cifar100", "npz", "images"};
}

constexpr std::array<std::string_view, 2> names(CifarLabels) { return {"fine", "coarse"}; }

// "data.augment": changes to a training image, drawn anew in every epoch.
struct AugmentSettings {
  std::size_t shift = 0;   // pixels, each way
  bool flip = false;       // left and right
  std::size_t cutout = 0;  // side of a square that is blanked, in pixels
};

// "data"
struct DataSettings {
  DataSource source = DataSource::glyphs;
  GlyphOptions glyphs;    // of which a document says distortion, careless, clutter and noise
  ShapeOptions shapes;    // all of them
  std::size_t size = 32;  // side in pixels, for images
  std::string images;     // names of files, for idx
  std::string labels;
  std::vector<std::string> files;                // in order, for cifar10 and cifar100
  CifarLabels cifar_labels = CifarLabels::fine;  // "labels", for cifar100
  std::string file;                              // for npz and images
  std::string image_array = "x_train";           // "images", for npz
  std::string label_array = "y_train";           // "labels", for npz
  std::size_t channels = 3;                      // 1 for grey or 3 for colour, for images
  std::size_t train = 4000;                      // images
  std::size_t validation = 1000;                 // images held out
  bool stratified = false;   // each part holds the classes in the proportions of the whole
  bool standardise = false;  // each channel to mean 0 and deviation 1 over the training images
  double label_noise = 0;    // share of the training labels replaced, in [0, 1]
  AugmentSettings augment;
};

// "training"
struct TrainingSettings {
  std::size_t epochs = 30;
  std::size_t batch_size = 32;
  bool shuffle = true;      // false keeps the order of the data, for split and batches alike
  std::size_t top_k = 5;    // of the top-k accuracy on held-out images
  double loss_limit = 1e4;  // a step's loss above it ends the run as diverged
};

struct Experiment {
  std::string name;
  std::uint64_t seed = 1;  // up to 2^53 - 1, so that it survives JavaScript's numbers
  DataSettings data;
  NetworkSettings network;
  LossSettings loss;
  OptimizerSettings optimizer;
  Schedule schedule;
  TrainingSettings training;
};

// Reads and checks a document; {"version": 1} alone is the default experiment. Throws Error
// (experiment) whose path names the setting: `network.layers[2].filters: expected a positive
// integer, got -3`. Unknown keys are refused.
Experiment parse_experiment(const Json& document);

// The whole document with every default filled in; parse_experiment of it gives the same
// experiment.
Json to_json(const Experiment& experiment);

// One schedule of a document, its errors under `path`.
Schedule parse_schedule(const Json& document, const std::string& path = "schedule");
Json to_json(const Schedule& schedule);

// The files that the data section names, in its order; empty where the core makes the data.
std::vector<std::string> file_names(const DataSettings& data);

}  // namespace anneal
