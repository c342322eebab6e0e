#include "bindings/embind/documents.h"

#include "bindings/embind/arguments.h"
#include "inspection/data_preview.h"
#include "training/checkpoint.h"
#include "training/memory.h"

namespace anneal::bindings {

namespace {

// More rates than this are not plotted, and they would fill the memory.
constexpr double kMostRates = 1e7;

void check_fits(const Experiment& experiment, const std::string& shape, double classes) {
  check_network_fits(experiment.network, parse_json(shape, "the shape").get<Shape>(),
                     count_of(classes, kLargestCount, "classes"));
}

}  // namespace

TextResult complete_experiment(const std::string& document) {
  return result_of([&] { return to_js_text(to_text(to_json(experiment_of(document)))); });
}

Result<LayerList> describe_network(const std::string& document) {
  return result_of([&] { return to_layer_list(describe(experiment_of(document).network)); });
}

Result<CheckedExperiment> check_experiment(const std::string& document, const std::string& shape,
                                           double classes) {
  return result_of([&] {
    const Experiment experiment = experiment_of(document);
    CheckedExperiment checked;
    checked.experiment = to_js_text(to_text(to_json(experiment)));
    checked.layers = to_layer_list(describe(experiment.network));
    if (!shape.empty()) check_fits(experiment, shape, classes);
    checked.required_bytes = anneal::required_bytes(experiment);
    return checked;
  });
}

Result<Speed> measure_speed(const std::string& document, double milliseconds) {
  return result_of([&] { return anneal::measure_speed(experiment_of(document), milliseconds); });
}

Result<double> required_bytes(const std::string& document) {
  return result_of([&] { return anneal::required_bytes(experiment_of(document)); });
}

Result<TextList> file_names(const std::string& document) {
  return result_of([&] { return to_text_list(file_names(experiment_of(document).data)); });
}

Result<Float64Array> rates(const std::string& schedule, double steps, double steps_per_epoch) {
  return result_of([&] {
    const Schedule parsed = parse_schedule(parse_json(schedule, "the schedule"));
    return to_float64_array(
        anneal::rates(parsed, integer_of(steps, 1, kMostRates, "steps"),
                      integer_of(steps_per_epoch, 1, kMostRates, "stepsPerEpoch")));
  });
}

Status check_fit(const std::string& document, const std::string& shape, double classes) {
  return guarded([&] { check_fits(experiment_of(document), shape, classes); });
}

}  // namespace anneal::bindings
