// The "data" section.
#include <algorithm>

#include "base/json_reader.h"
#include "base/json_writer.h"
#include "experiment/sections.h"

namespace anneal {

namespace {

constexpr Range kPixels = {0, 1024};
constexpr Range kImageSide = {4, 1024};

// How hard the generators make it. Beyond these ends an image shows nothing more than noise.
constexpr Range kDistortion = {0, 3};
constexpr Range kShare = {0, 1};
constexpr Range kClutter = {0, 40};
constexpr Range kNoise = {0, 0.5};

constexpr std::size_t kMostFiles = 100;

void check_name(const std::string& path, const std::string& name) {
  if (name.empty()) fail_experiment(path, "expected the name of a file, got \"\"");
}

void read_file_list(const Json& json, const std::string& path, std::vector<std::string>& files) {
  if (!json.is_array() || json.empty() || json.size() > kMostFiles) {
    fail_expected(path, "a list of 1 to " + std::to_string(kMostFiles) + " names of files", json);
  }
  files.resize(json.size());
  for (std::size_t i = 0; i < files.size(); ++i) {
    read_value(json[i], item_path(path, i), files[i]);
    check_name(item_path(path, i), files[i]);
    const auto self = files.begin() + static_cast<std::ptrdiff_t>(i);
    if (std::find(files.begin(), self, files[i]) != self) {
      fail_experiment(item_path(path, i), "\"" + files[i] + "\" is listed already");
    }
  }
}

template <class Form>
void file_list(Form& form, DataSettings& settings) {
  if constexpr (Form::reads) {
    read_file_list(form.need("files"), form.path_of("files"), settings.files);
  } else {
    form.set("files", settings.files);
  }
}

template <class Form>
void generator_fields(Form& form, GlyphOptions& options) {
  form.optional("distortion", options.distortion, kDistortion);
  form.optional("careless", options.careless, kShare);
  form.optional("clutter", options.clutter, kClutter);
  form.optional("noise", options.noise, kNoise);
}

template <class Form>
void generator_fields(Form& form, ShapeOptions& options) {
  form.optional("size", options.size, positive);
  form.optional("classes", options.classes, positive);
  form.optional("distortion", options.distortion, kDistortion);
  form.optional("clutter", options.clutter, kClutter);
  form.optional("noise", options.noise, kNoise);
}

// The keys that belong to one source alone.
template <class Form>
void source_fields(Form& form, DataSettings& settings) {
  switch (settings.source) {
    case DataSource::glyphs:
      generator_fields(form, settings.glyphs);
      break;
    case DataSource::shapes:
      generator_fields(form, settings.shapes);
      break;
    case DataSource::idx:
      form.required("images", settings.images);
      form.required("labels", settings.labels);
      break;
    case DataSource::cifar10:
      file_list(form, settings);
      break;
    case DataSource::cifar100:
      file_list(form, settings);
      form.optional("labels", settings.cifar_labels);
      break;
    case DataSource::npz:
      form.required("file", settings.file);
      form.optional("images", settings.image_array);
      form.optional("labels", settings.label_array);
      break;
    case DataSource::images:
      form.required("file", settings.file);
      form.optional("size", settings.size, kImageSide);
      form.optional("channels", settings.channels, positive);
      break;
  }
}

void check_source(const Reader& reader, const DataSettings& settings) {
  switch (settings.source) {
    case DataSource::glyphs:
    case DataSource::cifar10:
    case DataSource::cifar100:
      break;
    case DataSource::shapes:
      check_shape_options(settings.shapes);
      break;
    case DataSource::idx:
      check_name(reader.path_of("images"), settings.images);
      check_name(reader.path_of("labels"), settings.labels);
      break;
    case DataSource::npz:
      check_name(reader.path_of("file"), settings.file);
      if (settings.image_array.empty()) {
        fail_experiment(reader.path_of("images"), "expected the name of an array, got \"\"");
      }
      if (settings.label_array.empty()) {
        fail_experiment(reader.path_of("labels"), "expected the name of an array, got \"\"");
      }
      break;
    case DataSource::images:
      check_name(reader.path_of("file"), settings.file);
      if (settings.channels != 1 && settings.channels != 3) {
        fail_experiment(reader.path_of("channels"), "expected 1 for grey or 3 for colour, got " +
                                                        std::to_string(settings.channels));
      }
      break;
  }
}

}  // namespace

template <class Form>
void fields(Form& form, AugmentSettings& settings) {
  form.optional("shift", settings.shift, kPixels);
  form.optional("flip", settings.flip);
  form.optional("cutout", settings.cutout, kPixels);
}

template <class Form>
void fields(Form& form, DataSettings& settings) {
  form.optional("source", settings.source);
  source_fields(form, settings);
  form.optional("train", settings.train, positive);
  form.optional("validation", settings.validation, not_negative);
  form.optional("stratified", settings.stratified);
  form.optional("standardise", settings.standardise);
  form.optional("label_noise", settings.label_noise, kShare);
  form.optional("augment", settings.augment);
}

void read_value(const Json& json, const std::string& path, DataSettings& settings) {
  Reader reader(json, path);
  fields(reader, settings);
  reader.finish();
  check_source(reader, settings);
}

Json write_value(const DataSettings& settings) {
  DataSettings copy = settings;
  Writer writer;
  fields(writer, copy);
  return writer.take();
}

std::vector<std::string> file_names(const DataSettings& data) {
  switch (data.source) {
    case DataSource::glyphs:
    case DataSource::shapes:
      break;
    case DataSource::idx:
      return {data.images, data.labels};
    case DataSource::cifar10:
    case DataSource::cifar100:
      return data.files;
    case DataSource::npz:
    case DataSource::images:
      return {data.file};
  }
  return {};
}

}  // namespace anneal
