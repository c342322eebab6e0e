#include "bindings/embind/preview.h"

#include <chrono>
#include <cmath>
#include <optional>
#include <utility>

#include "base/error.h"
#include "base/json_reader.h"
#include "bindings/embind/arguments.h"

namespace anneal::bindings {

namespace {

using Clock = std::chrono::steady_clock;
using Part = DataPreview::Part;

// No request is for more: what it gives has to be made in one go.
constexpr double kMostImages = 1000;
// Between two looks at the clock.
constexpr std::size_t kMeasuredAtOnce = 16;

Part part_of(const std::string& name) {
  if (name == "train") return Part::train;
  if (name == "validation") return Part::validation;
  throw Error(ErrorKind::state, "part: expected \"train\" or \"validation\", got \"" + name + "\"");
}

}  // namespace

DataPreview& Preview::preview() {
  if (!preview_) throw Error(ErrorKind::state, "the preview has not begun");
  return *preview_;
}

Status Preview::add_file(const std::string& name, const Uint8Array& bytes) {
  return guarded([&] { files_[name] = from_uint8_array(bytes); });
}

Status Preview::begin(const std::string& document) {
  return guarded([&] {
    preview_ = std::make_unique<DataPreview>(experiment_of(document), files_);
    files_.clear();  // what is needed of them is in the data
  });
}

Status Preview::divide(const std::string& document) {
  return guarded([&] { preview().resplit(experiment_of(document)); });
}

TextResult Preview::summary() const {
  return result_of([&] {
    const Dataset& images = preview().images();
    const Split& split = preview().data().split;
    return to_js_text(to_text({{"shape", images.image_shape},
                               {"classes", images.class_names},
                               {"train", class_counts(images, split.train)},
                               {"validation", class_counts(images, split.validation)},
                               {"wrong_labels", preview().data().wrong_labels.size()}}));
  });
}

Result<ImageRange> Preview::images(const std::string& part, double label, double first,
                                   double count) const {
  return result_of([&] {
    std::optional<std::uint16_t> wanted;
    if (label >= 0) wanted = static_cast<std::uint16_t>(count_of(label, 65535, "label"));
    const DataPreview::Range range =
        preview().range(part_of(part), wanted, count_of(first, kLargestCount, "first"),
                        count_of(count, kMostImages, "count"));
    return ImageRange{to_js_text(to_text({{"total", range.total},
                                          {"images", range.images},
                                          {"labels", range.labels},
                                          {"truths", range.truths}})),
                      to_uint8_array(range.pixels)};
  });
}

TextResult Preview::measure(double milliseconds) {
  return result_of([&] {
    const auto end = Clock::now() + std::chrono::duration<double, std::milli>(milliseconds);
    while (!preview().measure(kMeasuredAtOnce)) {
      if (Clock::now() >= end) return to_js_text("null");
    }
    const Normalisation result = preview().normalisation();
    return to_js_text(to_text({{"mean", result.mean}, {"deviation", result.deviation}}));
  });
}

Result<Uint8Array> Preview::as_trained(const std::string& document, double image, double first,
                                       double epochs) const {
  return result_of([&] {
    return to_uint8_array(preview().as_trained(
        experiment_of(document),
        static_cast<std::uint32_t>(count_of(image, kLargestCount, "image")),
        count_of(first, kLargestCount, "first"), count_of(epochs, kMostImages, "epochs")));
  });
}

}  // namespace anneal::bindings
