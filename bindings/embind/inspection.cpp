#include "bindings/embind/inspection.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <vector>

#include "base/error.h"
#include "inspection/inspection.h"
#include "tensor/shape.h"

namespace anneal::bindings {

namespace {

// More than this nobody looks at at once.
constexpr std::size_t kMostBytes = std::size_t{1} << 26;

[[noreturn]] void fail_state(const std::string& message) { throw Error(ErrorKind::state, message); }

Part part_named(const std::string& name) {
  const auto list = names(Part{});
  const auto found = std::find(list.begin(), list.end(), name);
  if (found == list.end()) fail_state("part: expected \"validation\" or \"train\", got " + name);
  return static_cast<Part>(found - list.begin());
}

std::size_t count_of(double value, const char* name) {
  if (!(value >= 0) || value > 4294967295.0 || value != std::floor(value)) {
    fail_state(std::string(name) + ": expected a count");
  }
  return static_cast<std::size_t>(value);
}

TensorValues tensor(const Shape& shape, const float* values) {
  return {to_number_list(shape), to_float32_array({values, element_count(shape)})};
}

Prediction prediction_of(const Inspection& inspection, std::span<const std::uint8_t> image,
                         double label) {
  return {to_uint8_array(image), label, to_float32_array(inspection.outputs()),
          to_float32_array(inspection.probabilities())};
}

SampleFilter parse_filter(const std::string& text) {
  const Json json = parse_json(text, "the filter");
  const auto class_of = [&](const char* name) -> std::optional<std::uint16_t> {
    if (!json.contains(name) || json[name].is_null()) return std::nullopt;
    return json[name].get<std::uint16_t>();
  };
  return {class_of("label"), class_of("prediction"), json.value("wrong", false)};
}

// A column a figure; without outcomes the first two alone.
Columns sample_columns(const Inspection& inspection, std::span<const std::uint32_t> found) {
  std::array<std::vector<double>, 6> columns;
  const std::span<const SampleResult> results = inspection.results();
  for (const std::uint32_t i : found) {
    columns[0].push_back(i);
    columns[1].push_back(inspection.label(Part::validation, i));
    if (results.empty()) continue;
    const SampleResult& result = results[i];
    columns[2].push_back(result.prediction);
    columns[3].push_back(static_cast<double>(result.probability));
    columns[4].push_back(static_cast<double>(result.label_probability));
    columns[5].push_back(static_cast<double>(result.loss));
  }
  constexpr std::array names = {"index", "label", "prediction", "probability", "label_probability",
                                "loss"};
  return to_columns(names, columns);
}

}  // namespace

TextResult inspected(Session& session) {
  return result_of([&] {
    return to_js_text(to_text(to_json(session.inspection(), session.inspected_trainer())));
  });
}

Result<TensorValues> filters(Session& session, const std::string& layer) {
  return result_of([&] {
    const Filters found = session.inspection().filters(layer);
    return tensor(found.shape, found.values);
  });
}

Result<Prediction> predict_sample(Session& session, const std::string& part, double index) {
  return result_of([&] {
    Inspection& inspection = session.inspection();
    const Part from = part_named(part);
    const std::size_t which = count_of(index, "index");
    const std::span<const std::uint8_t> image = inspection.image(from, which);
    inspection.predict(image);
    return prediction_of(inspection, image, inspection.label(from, which));
  });
}

Result<Prediction> predict_image(Session& session, const Uint8Array& image) {
  return result_of([&] {
    const std::vector<std::uint8_t> bytes = from_uint8_array(image);
    session.inspection().predict(bytes);
    return prediction_of(session.inspection(), bytes, -1);
  });
}

Result<TensorValues> feature_maps(Session& session, const std::string& layer) {
  return result_of([&] {
    const InspectedLayer& found = session.inspection().layer(layer);
    return tensor(found.shape, found.values);
  });
}

Result<SampleRows> find_samples(Session& session, const std::string& filter, double most) {
  return result_of([&] {
    const Inspection& inspection = session.inspection();
    const auto found = inspection.find(parse_filter(filter), count_of(most, "most"));
    const auto epoch = session.inspected_trainer().sample_results().epoch();
    const bool known = !inspection.results().empty();
    return SampleRows{known ? static_cast<double>(*epoch) : -1, sample_columns(inspection, found)};
  });
}

Result<Uint8Array> sample_images(Session& session, const std::string& part,
                                 const NumberList& indices) {
  return result_of([&] {
    const std::vector<double> list = from_number_list(indices);
    const std::size_t image_bytes = session.inspected_trainer().data().images->image_bytes();
    if (list.size() > kMostBytes / image_bytes) {
      fail_state("indices: expected at most " + std::to_string(kMostBytes / image_bytes) +
                 " images at once, got " + std::to_string(list.size()));
    }
    const Part from = part_named(part);
    std::vector<std::uint8_t> bytes;
    for (const double index : list) {
      const auto image = session.inspection().image(from, count_of(index, "index"));
      bytes.insert(bytes.end(), image.begin(), image.end());
    }
    return to_uint8_array(bytes);
  });
}

}  // namespace anneal::bindings
