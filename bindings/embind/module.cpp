// Registration of what JavaScript sees, and nothing else. Names become camelCase here. The
// TypeScript declarations that the JavaScript API is checked against are made from this file
// (--emit-tsd).
#include <emscripten/bind.h>

#include "bindings/embind/build.h"
#include "bindings/embind/documents.h"
#include "bindings/embind/inspection.h"
#include "bindings/embind/preview.h"
#include "bindings/embind/session.h"
#include "bindings/embind/textbook.h"

using namespace anneal::bindings;
using emscripten::class_;
using emscripten::function;
using emscripten::register_type;
using emscripten::value_object;

namespace {

template <class T>
void register_result(const char* name) {
  value_object<Result<T>>(name)
      .field("status", &Result<T>::status)
      .field("value", &Result<T>::value);
}

}  // namespace

EMSCRIPTEN_BINDINGS(anneal_values) {
  register_type<Text>("string");
  register_type<Float64Array>("Float64Array");
  register_type<Float32Array>("Float32Array");
  register_type<Uint8Array>("Uint8Array");
  register_type<Uint16Array>("Uint16Array");
  register_type<Columns>("Record<string, Float64Array>");
  register_type<NumberList>("number[]");
  register_type<TextList>("string[]");
  register_type<LayerList>("LayerInfo[]");

  value_object<LayerInfo>("LayerInfo")
      .field("type", &LayerInfo::type)
      .field("input", &LayerInfo::input)
      .field("output", &LayerInfo::output)
      .field("parameters", &LayerInfo::parameters)
      .field("multiplyAdds", &LayerInfo::multiply_adds)
      .field("parameterBytes", &LayerInfo::parameter_bytes)
      .field("activationBytes", &LayerInfo::activation_bytes)
      .field("layers", &LayerInfo::layers);
  value_object<Status>("Status")
      .field("ok", &Status::ok)
      .field("kind", &Status::kind)
      .field("path", &Status::path)
      .field("message", &Status::message);
  value_object<anneal::Speed>("Speed")
      .field("imagesPerSecond", &anneal::Speed::images_per_second)
      .field("stepMilliseconds", &anneal::Speed::step_milliseconds)
      .field("gigaflops", &anneal::Speed::gigaflops)
      .field("peakGigaflops", &anneal::Speed::peak_gigaflops)
      .field("threads", &anneal::Speed::threads);
  value_object<TextbookOutput>("TextbookOutput")
      .field("rows", &TextbookOutput::rows)
      .field("columns", &TextbookOutput::columns)
      .field("perOutput", &TextbookOutput::per_output)
      .field("output", &TextbookOutput::output)
      .field("parts", &TextbookOutput::parts)
      .field("winners", &TextbookOutput::winners);
  value_object<TensorValues>("TensorValues")
      .field("shape", &TensorValues::shape)
      .field("values", &TensorValues::values);
  value_object<Prediction>("Prediction")
      .field("image", &Prediction::image)
      .field("label", &Prediction::label)
      .field("outputs", &Prediction::outputs)
      .field("probabilities", &Prediction::probabilities);
  value_object<SampleRows>("SampleRows")
      .field("epoch", &SampleRows::epoch)
      .field("rows", &SampleRows::rows);
  value_object<HistogramNews>("HistogramNews")
      .field("serials", &HistogramNews::serials)
      .field("steps", &HistogramNews::steps)
      .field("counts", &HistogramNews::counts)
      .field("figures", &HistogramNews::figures);
  value_object<RunStatus>("RunStatus")
      .field("step", &RunStatus::step)
      .field("epoch", &RunStatus::epoch)
      .field("totalSteps", &RunStatus::total_steps)
      .field("stepsPerEpoch", &RunStatus::steps_per_epoch)
      .field("totalEpochs", &RunStatus::total_epochs)
      .field("rate", &RunStatus::rate)
      .field("evaluating", &RunStatus::evaluating)
      .field("finished", &RunStatus::finished)
      .field("diverged", &RunStatus::diverged);
  value_object<CheckedExperiment>("CheckedExperiment")
      .field("experiment", &CheckedExperiment::experiment)
      .field("layers", &CheckedExperiment::layers)
      .field("requiredBytes", &CheckedExperiment::required_bytes);
  value_object<Slice>("Slice")
      .field("steps", &Slice::steps)
      .field("epochs", &Slice::epochs)
      .field("run", &Slice::run);
}

EMSCRIPTEN_BINDINGS(anneal_results) {
  register_result<Text>("TextResult");
  register_result<double>("NumberResult");
  register_result<anneal::Speed>("SpeedResult");
  register_result<Float64Array>("NumbersResult");
  register_result<Uint8Array>("BytesResult");
  register_result<TextList>("TextListResult");
  register_result<LayerList>("LayersResult");
  register_result<TextbookOutput>("TextbookResult");
  register_result<TensorValues>("TensorResult");
  register_result<Prediction>("PredictionResult");
  register_result<SampleRows>("SamplesResult");
  register_result<HistogramNews>("HistogramsResult");
  register_result<ImageRange>("ImagesResult");
  register_result<Slice>("SliceResult");
  register_result<CheckedExperiment>("CheckedExperimentResult");
}

EMSCRIPTEN_BINDINGS(anneal_session) {
  class_<Session>("Session")
      .constructor<>()
      .function("addFile", &Session::add_file)
      .function("begin", &Session::begin)
      .function("resume", &Session::resume)
      .function("setWeights", &Session::set_weights)
      .function("run", &Session::run)
      .function("setSchedule", &Session::set_schedule)
      .function("status", &Session::status)
      .function("experiment", &Session::experiment)
      .function("history", &Session::history)
      .function("weights", &Session::weights)
      .function("checkpoint", &Session::checkpoint)
      .function("plateau", &Session::plateau)
      .function("divergence", &Session::divergence)
      .function("recover", &Session::recover)
      .function("beginRangeTest", &Session::begin_range_test)
      .function("runRangeTest", &Session::run_range_test)
      .function("endRangeTest", &Session::end_range_test)
      .function("evaluation", &Session::evaluation)
      .function("keepHistograms", &Session::keep_histograms)
      .function("histograms", &Session::histograms);
}

EMSCRIPTEN_BINDINGS(anneal_inspection) {
  function("inspected", &inspected);
  function("layerFilters", &filters);
  function("predictSample", &predict_sample);
  function("predictImage", &predict_image);
  function("featureMaps", &feature_maps);
  function("findSamples", &find_samples);
  function("sampleImages", &sample_images);
}

EMSCRIPTEN_BINDINGS(anneal_preview) {
  value_object<ImageRange>("ImageRange")
      .field("places", &ImageRange::places)
      .field("pixels", &ImageRange::pixels);
  class_<Preview>("Preview")
      .constructor<>()
      .function("addFile", &Preview::add_file)
      .function("begin", &Preview::begin)
      .function("divide", &Preview::divide)
      .function("summary", &Preview::summary)
      .function("images", &Preview::images)
      .function("measure", &Preview::measure)
      .function("asTrained", &Preview::as_trained);
}

EMSCRIPTEN_BINDINGS(anneal_functions) {
  function("checkExperiment", &check_experiment);
  function("checkFit", &check_fit);
  function("checkpointExperiment", &checkpoint_experiment);
  function("completeExperiment", &complete_experiment);
  function("describeNetwork", &describe_network);
  function("measureSpeed", &measure_speed);
  function("requiredBytes", &required_bytes);
  function("fileNames", &file_names);
  function("rates", &rates);
  function("convolve2d", &textbook_convolution);
  function("pool2d", &textbook_pooling);
  function("build", &build_text);
  function("schema", &schema_text);
  function("allocatedBytes", &allocated_bytes);
  function("threads", &current_thread_count);
  function("setThreads", &set_current_thread_count);
}
