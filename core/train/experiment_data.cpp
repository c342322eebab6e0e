// The "data" section.
#include "data/shapes.h"
#include "train/experiment_sections.h"
#include "train/json_reader.h"
#include "train/json_writer.h"

namespace anneal {

namespace {

constexpr Range kPixels = {0, 1024};

void check_name(const std::string& path, const std::string& name) {
  if (name.empty()) fail_experiment(path, "expected the name of a file, got \"\"");
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
  if (settings.source == DataSource::shapes) {
    form.optional("size", settings.size, positive);
    form.optional("classes", settings.classes, positive);
  }
  if (settings.source == DataSource::idx) {
    form.required("images", settings.images);
    form.required("labels", settings.labels);
  }
  form.optional("train", settings.train, positive);
  form.optional("validation", settings.validation, not_negative);
  form.optional("stratified", settings.stratified);
  form.optional("standardise", settings.standardise);
  form.optional("label_noise", settings.label_noise, Range{0, 1});
  form.optional("augment", settings.augment);
}

void read_value(const Json& json, const std::string& path, DataSettings& settings) {
  Reader reader(json, path);
  fields(reader, settings);
  reader.finish();
  if (settings.source == DataSource::shapes) {
    check_shape_options({.size = settings.size, .classes = settings.classes});
  }
  if (settings.source == DataSource::idx) {
    check_name(reader.path_of("images"), settings.images);
    check_name(reader.path_of("labels"), settings.labels);
  }
}

Json write_value(const DataSettings& settings) {
  DataSettings copy = settings;
  Writer writer;
  fields(writer, copy);
  return writer.take();
}

std::vector<std::string> file_names(const DataSettings& data) {
  if (data.source != DataSource::idx) return {};
  return {data.images, data.labels};
}

}  // namespace anneal
