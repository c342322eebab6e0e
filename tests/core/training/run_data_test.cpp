#include "training/run_data.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "documents.h"
#include "errors.h"

namespace anneal {
namespace {

using testing::error_of;
using testing::parse;
using Bytes = std::vector<std::uint8_t>;

// A pair of IDX files of 2 x 2 images, image i of byte i and label i % 3.
Files idx_files(std::uint8_t count) {
  Files files;
  auto& images = files["images"] = {0, 0, 8, 3, 0, 0, 0, count, 0, 0, 0, 2, 0, 0, 0, 2};
  auto& labels = files["labels"] = {0, 0, 8, 1, 0, 0, 0, count};
  for (std::uint8_t i = 0; i < count; ++i) {
    images.insert(images.end(), 4, i);
    labels.push_back(i % 3);
  }
  return files;
}

std::string idx_document(int train, int validation, const char* more = "") {
  return R"({"version": 1, "data": {"source": "idx", "images": "images", "labels": "labels",)"
         R"( "train": )" +
         std::to_string(train) + R"(, "validation": )" + std::to_string(validation) + more + "}}";
}

TEST(RunData, GlyphsAreMadeFromTheSeed) {
  const Experiment experiment = parse(testing::kSmall);
  const RunData data = make_run_data(experiment, {});
  EXPECT_EQ(data.images->size(), 220u);
  EXPECT_EQ(data.split.train.size(), 150u);
  EXPECT_EQ(data.split.validation.size(), 70u);
  EXPECT_EQ(data.images->pixels, make_run_data(experiment, {}).images->pixels);
}

TEST(RunData, ShapesHaveTheirSizeAndClasses) {
  const Experiment experiment = parse(R"({"version": 1, "data": {"source": "shapes", "size": 48,
      "classes": 30, "train": 60, "validation": 30}})");
  const RunData data = make_run_data(experiment, {});
  EXPECT_EQ(data.images->image_shape, (Shape{48, 48, 3}));
  EXPECT_EQ(data.images->classes, 30u);
  EXPECT_EQ(data.split.validation.size(), 30u);
  EXPECT_TRUE(file_names(experiment.data).empty());
}

Bytes npy_file(const std::string& shape, const Bytes& data) {
  const std::string header =
      "{'descr': '|u1', 'fortran_order': False, 'shape': (" + shape + "), }\n";
  Bytes file = {0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, static_cast<std::uint8_t>(header.size()), 0};
  file.insert(file.end(), header.begin(), header.end());
  file.insert(file.end(), data.begin(), data.end());
  return file;
}

TEST(RunData, CifarFilesAreReadInOrder) {
  const Experiment experiment = parse(R"({"version": 1, "training": {"shuffle": false}, "data": {
      "source": "cifar100", "files": ["b", "a"], "labels": "coarse", "train": 1,
      "validation": 1}})");
  Files files;
  files["a"].assign(3074, 5);
  files["b"].assign(3074, 6);
  const RunData data = make_run_data(experiment, files);
  EXPECT_EQ(data.images->labels, (std::vector<std::uint16_t>{6, 5}));
  EXPECT_EQ(data.images->class_names[6], "household furniture");
  EXPECT_EQ(file_names(experiment.data), (std::vector<std::string>{"b", "a"}));
  files.erase("a");
  const Error error = error_of([&] { make_run_data(experiment, files); });
  EXPECT_EQ(error.path(), "data.files[1]");
}

TEST(RunData, ArraysAreFoundByName) {
  const Experiment experiment = parse(R"({"version": 1, "data": {"source": "npz", "file": "m.npz",
      "images": "x_test", "train": 2, "validation": 1}})");
  Files files;
  files["m.npz/x_test.npy"] = npy_file("3, 1, 1", {7, 8, 9});
  files["m.npz/y_train.npy"] = npy_file("3,", {0, 1, 2});
  EXPECT_EQ(make_run_data(experiment, files).images->pixels, (Bytes{7, 8, 9}));
  EXPECT_EQ(file_names(experiment.data), (std::vector<std::string>{"m.npz"}));
  files.erase("m.npz/y_train.npy");
  EXPECT_STREQ(error_of([&] { make_run_data(experiment, files); }).what(),
               "data.file: \"m.npz\" holds no y_train.npy");
  EXPECT_STREQ(error_of([&] { make_run_data(experiment, {}); }).what(),
               "data.file: no file named \"m.npz\" was given; choose or drop it");
}

TEST(RunData, PicturesHaveClassNames) {
  const Experiment experiment = parse(R"({"version": 1, "data": {"source": "images",
      "file": "pets", "size": 4, "channels": 1, "train": 2, "validation": 1}})");
  const auto text = [](const std::string& lines) { return Bytes(lines.begin(), lines.end()); };
  Files files;
  files["pets/images.npy"] = npy_file("3, 4, 4, 1", Bytes(48, 1));
  files["pets/labels.npy"] = npy_file("3,", {0, 1, 0});
  files["pets/classes.txt"] = text("cat\nsmall dog\n\n");
  const RunData data = make_run_data(experiment, files);
  EXPECT_EQ(data.images->class_names, (std::vector<std::string>{"cat", "small dog", ""}));
  EXPECT_EQ(data.images->classes, 3u);
  files["pets/classes.txt"] = text("cat\n");
  EXPECT_STREQ(error_of([&] { make_run_data(experiment, files); }).what(),
               "image 1 has the label 1, but there are only 1 classes");
}

TEST(RunData, WithoutShuffleTheOrderOfTheFileIsKept) {
  Experiment experiment = parse(idx_document(6, 3));
  experiment.training.shuffle = false;
  const RunData data = make_run_data(experiment, idx_files(12));
  EXPECT_EQ(data.split.train, (std::vector<std::uint32_t>{0, 1, 2, 3, 4, 5}));
  EXPECT_EQ(data.split.validation, (std::vector<std::uint32_t>{6, 7, 8}));
}

TEST(RunData, LabelNoiseChangesTrainingImagesOnly) {
  const Experiment clean = parse(idx_document(60, 60));
  const Experiment noisy = parse(idx_document(60, 60, R"(, "label_noise": 0.5)"));
  const RunData before = make_run_data(clean, idx_files(120));
  const RunData after = make_run_data(noisy, idx_files(120));
  const auto changed = [&](const std::vector<std::uint32_t>& indices) {
    return std::count_if(indices.begin(), indices.end(), [&](std::uint32_t i) {
      return before.images->labels[i] != after.images->labels[i];
    });
  };
  EXPECT_EQ(changed(after.split.train), 30);
  EXPECT_EQ(changed(after.split.validation), 0);
}

TEST(RunData, AMissingFileIsNamed) {
  const Experiment experiment = parse(idx_document(6, 3));
  Files files = idx_files(12);
  files.erase("labels");
  const Error error = error_of([&] { make_run_data(experiment, files); });
  EXPECT_EQ(error.kind(), ErrorKind::data);
  EXPECT_EQ(error.path(), "data.labels");
  EXPECT_STREQ(error.what(), "data.labels: no file named \"labels\" was given; choose or drop it");
}

TEST(RunData, TooFewImagesAreRefusedWithNumbers) {
  const Experiment experiment = parse(idx_document(10, 3));
  const Error error = error_of([&] { make_run_data(experiment, idx_files(12)); });
  EXPECT_EQ(error.kind(), ErrorKind::data);
  EXPECT_STREQ(error.what(),
               "10 training and 3 held-out images were asked for, but there are only 12");
}

Error fit_error(const Experiment& experiment, const Dataset& images) {
  return error_of(
      [&] { check_network_fits(experiment.network, images.image_shape, images.classes); });
}

TEST(RunData, TheNetworkInputMustFitTheImages) {
  const Experiment experiment = parse(idx_document(6, 3));
  const RunData data = make_run_data(experiment, idx_files(12));
  const Error error = fit_error(experiment, *data.images);
  EXPECT_STREQ(error.what(),
               "network.input: expected [2, 2, 1], the shape of the images, got [28, 28, 1]");
}

TEST(RunData, TheNetworkMustHaveAnOutputPerClass) {
  Experiment experiment = parse(R"({"version": 1, "network": {"layers": [
      {"type": "flatten"}, {"type": "dense", "units": 9}]}})");
  experiment.data.train = 20;
  experiment.data.validation = 0;
  const RunData data = make_run_data(experiment, {});
  const Error error = fit_error(experiment, *data.images);
  EXPECT_STREQ(error.what(),
               "network.layers: expected the last layer to give [10], a value for each class, got "
               "[9]");
}

}  // namespace
}  // namespace anneal
