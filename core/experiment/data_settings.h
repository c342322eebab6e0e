// The "data" section of a document: the list of sources, and what is common to them. To add a
// source: its struct, and one name in DataSource.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/checks.h"
#include "base/field.h"
#include "base/json_fwd.h"
#include "data/glyphs.h"
#include "data/shapes.h"
#include "formats/cifar.h"

namespace anneal {

// How hard the generators make it. Beyond these ends an image shows nothing more than noise.
inline constexpr Field kDistortion = {.range = between(0, 3)};
inline constexpr Field kClutter = {.range = between(0, 40), .unit = "strokes or pieces"};
inline constexpr Field kNoise = {.range = between(0, 0.5), .unit = "share"};

inline constexpr Field kFileName = {.expected = "the name of a file"};
inline constexpr Field kArrayName = {.expected = "the name of an array"};

// Digits drawn from the seed.
struct GlyphSource : GlyphOptions {
  static constexpr std::string_view type = "glyphs";

  template <class Visit>
  static void keys(Visit&& visit) {
    visit.optional("distortion", &GlyphSource::distortion, kDistortion);
    visit.optional("careless", &GlyphSource::careless, {.range = between(0, 1), .unit = "share"});
    visit.optional("clutter", &GlyphSource::clutter, kClutter);
    visit.optional("noise", &GlyphSource::noise, kNoise);
  }
  std::vector<std::string> file_names() const { return {}; }
};

// Coloured figures drawn from the seed.
struct ShapeSource : ShapeOptions {
  static constexpr std::string_view type = "shapes";

  template <class Visit>
  static void keys(Visit&& visit) {
    visit.optional("size", &ShapeSource::size,
                   {.range = between(kSmallestShapeSide, kLargestShapeSide),
                    .unit = "pixels",
                    .expected = "an even number of pixels from 16 to 224",
                    .multiple_of = 2});
    visit.optional("classes", &ShapeSource::classes,
                   {.range = between(2, kShapeClasses), .expected = "2 to 1000 classes"});
    visit.optional("distortion", &ShapeSource::distortion, kDistortion);
    visit.optional("clutter", &ShapeSource::clutter, kClutter);
    visit.optional("noise", &ShapeSource::noise, kNoise);
  }
  std::vector<std::string> file_names() const { return {}; }
};

// A pair of IDX files.
struct IdxSource {
  static constexpr std::string_view type = "idx";

  std::string images;
  std::string labels;

  template <class Visit>
  static void keys(Visit&& visit) {
    visit.required("images", &IdxSource::images, kFileName);
    visit.required("labels", &IdxSource::labels, kFileName);
  }
  std::vector<std::string> file_names() const { return {images, labels}; }
};

// 1 to 100 names of files, none twice.
struct FileList : std::vector<std::string> {
  using vector::vector;
};

void read_value(const Json& json, const std::string& path, FileList& files);
Json write_value(const FileList& files);
void describe_value(Json& description, const FileList&);

// The binary files of CIFAR-10, in order.
struct Cifar10Source {
  static constexpr std::string_view type = "cifar10";

  FileList files;

  template <class Visit>
  static void keys(Visit&& visit) {
    visit.required("files", &Cifar10Source::files);
  }
  std::vector<std::string> file_names() const { return files; }
};

constexpr std::array<std::string_view, 2> names(CifarLabels) { return {"fine", "coarse"}; }

// ... of CIFAR-100.
struct Cifar100Source {
  static constexpr std::string_view type = "cifar100";

  FileList files;
  CifarLabels labels = CifarLabels::fine;

  template <class Visit>
  static void keys(Visit&& visit) {
    visit.required("files", &Cifar100Source::files);
    visit.optional("labels", &Cifar100Source::labels);
  }
  std::vector<std::string> file_names() const { return files; }
};

// Two arrays of an .npz.
struct NpzSource {
  static constexpr std::string_view type = "npz";

  std::string file;
  std::string images = "x_train";
  std::string labels = "y_train";

  template <class Visit>
  static void keys(Visit&& visit) {
    visit.required("file", &NpzSource::file, kFileName);
    visit.optional("images", &NpzSource::images, kArrayName);
    visit.optional("labels", &NpzSource::labels, kArrayName);
  }
  std::vector<std::string> file_names() const { return {file}; }
};

// A folder or zip of pictures, one folder a class.
struct ImageSource {
  static constexpr std::string_view type = "images";

  std::string file;
  std::size_t size = 32;
  std::size_t channels = 3;

  template <class Visit>
  static void keys(Visit&& visit) {
    visit.required("file", &ImageSource::file, kFileName);
    visit.optional("size", &ImageSource::size, {.range = between(4, 1024), .unit = "pixels"});
    visit.optional("channels", &ImageSource::channels,
                   {.range = between(1, 3), .expected = "1 for grey or 3 for colour"});
  }
  void check(Checks& checks) const {
    if (channels == 2) checks.note("channels", "expected 1 for grey or 3 for colour, got 2");
  }
  std::vector<std::string> file_names() const { return {file}; }
};

using DataSource = std::variant<GlyphSource, ShapeSource, IdxSource, Cifar10Source, Cifar100Source,
                                NpzSource, ImageSource>;

// "data.augment": changes to a training image, drawn anew in every epoch.
struct AugmentSettings {
  std::size_t shift = 0;   // each way
  bool flip = false;       // left and right
  std::size_t cutout = 0;  // side of a square that is blanked

  template <class Visit>
  static void keys(Visit&& visit) {
    constexpr Field pixels = {.range = between(0, 1024), .unit = "pixels"};
    visit.optional("shift", &AugmentSettings::shift, pixels);
    visit.optional("flip", &AugmentSettings::flip);
    visit.optional("cutout", &AugmentSettings::cutout, pixels);
  }
};

struct DataSettings {
  DataSource source = {};
  std::size_t train = 4000;
  std::size_t validation = 1000;  // images held out
  bool stratified = false;        // each part holds the classes in the proportions of the whole
  bool standardise = false;       // each channel to mean 0 and deviation 1 over the training images
  double label_noise = 0;         // share of the training labels replaced
  AugmentSettings augment = {};

  // Beside "source" and the source's own.
  template <class Visit>
  static void keys(Visit&& visit) {
    using S = DataSettings;
    visit.optional("train", &S::train, {.range = positive, .unit = "images"});
    visit.optional("validation", &S::validation, {.range = not_negative, .unit = "images"});
    visit.optional("stratified", &S::stratified);
    visit.optional("standardise", &S::standardise);
    visit.optional("label_noise", &S::label_noise, {.range = between(0, 1), .unit = "share"});
    visit.optional("augment", &S::augment);
  }
};

void read_value(const Json& json, const std::string& path, DataSettings& settings);
Json write_value(const DataSettings& settings);

// The files that the section names, in its order; empty where the core makes the data.
std::vector<std::string> file_names(const DataSettings& data);

}  // namespace anneal
