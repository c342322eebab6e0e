// Registration of what JavaScript sees, and nothing else. Names become camelCase here. The
// TypeScript declarations that bridge.js is checked against are made from this file (--emit-tsd).
#include <emscripten/bind.h>

#include "bindings/embind/build.h"
#include "bindings/embind/inspection.h"
#include "bindings/embind/preview.h"
#include "bindings/embind/session.h"
#include "bindings/embind/textbook.h"

using namespace anneal::bindings;
using emscripten::class_;
using emscripten::function;
using emscripten::register_type;
using emscripten::value_object;

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
  value_object<TextOutcome>("TextOutcome")
      .field("status", &TextOutcome::status)
      .field("value", &TextOutcome::value);
  value_object<NumberOutcome>("NumberOutcome")
      .field("status", &NumberOutcome::status)
      .field("value", &NumberOutcome::value);
  value_object<anneal::Speed>("Speed")
      .field("imagesPerSecond", &anneal::Speed::images_per_second)
      .field("stepMilliseconds", &anneal::Speed::step_milliseconds)
      .field("gigaflops", &anneal::Speed::gigaflops)
      .field("peakGigaflops", &anneal::Speed::peak_gigaflops)
      .field("threads", &anneal::Speed::threads);
  value_object<SpeedOutcome>("SpeedOutcome")
      .field("status", &SpeedOutcome::status)
      .field("value", &SpeedOutcome::value);
  value_object<NumbersOutcome>("NumbersOutcome")
      .field("status", &NumbersOutcome::status)
      .field("value", &NumbersOutcome::value);
  value_object<BytesOutcome>("BytesOutcome")
      .field("status", &BytesOutcome::status)
      .field("value", &BytesOutcome::value);
  value_object<TextListOutcome>("TextListOutcome")
      .field("status", &TextListOutcome::status)
      .field("value", &TextListOutcome::value);
  value_object<LayersOutcome>("LayersOutcome")
      .field("status", &LayersOutcome::status)
      .field("value", &LayersOutcome::value);
  value_object<TextbookOutcome>("TextbookOutcome")
      .field("status", &TextbookOutcome::status)
      .field("rows", &TextbookOutcome::rows)
      .field("columns", &TextbookOutcome::columns)
      .field("perOutput", &TextbookOutcome::per_output)
      .field("output", &TextbookOutcome::output)
      .field("parts", &TextbookOutcome::parts)
      .field("winners", &TextbookOutcome::winners);
  value_object<TensorOutcome>("TensorOutcome")
      .field("status", &TensorOutcome::status)
      .field("shape", &TensorOutcome::shape)
      .field("values", &TensorOutcome::values);
  value_object<LookOutcome>("LookOutcome")
      .field("status", &LookOutcome::status)
      .field("image", &LookOutcome::image)
      .field("label", &LookOutcome::label)
      .field("outputs", &LookOutcome::outputs)
      .field("probabilities", &LookOutcome::probabilities);
  value_object<SamplesOutcome>("SamplesOutcome")
      .field("status", &SamplesOutcome::status)
      .field("epoch", &SamplesOutcome::epoch)
      .field("value", &SamplesOutcome::value);
  value_object<HistogramsOutcome>("HistogramsOutcome")
      .field("status", &HistogramsOutcome::status)
      .field("serials", &HistogramsOutcome::serials)
      .field("steps", &HistogramsOutcome::steps)
      .field("counts", &HistogramsOutcome::counts)
      .field("figures", &HistogramsOutcome::figures);
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
  value_object<SliceOutcome>("SliceOutcome")
      .field("status", &SliceOutcome::status)
      .field("steps", &SliceOutcome::steps)
      .field("epochs", &SliceOutcome::epochs)
      .field("run", &SliceOutcome::run);
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
  function("lookAtSample", &look_at_sample);
  function("lookAtImage", &look_at_image);
  function("featureMaps", &feature_maps);
  function("findSamples", &find_samples);
  function("sampleImages", &sample_images);
}

EMSCRIPTEN_BINDINGS(anneal_preview) {
  value_object<ImagesOutcome>("ImagesOutcome")
      .field("status", &ImagesOutcome::status)
      .field("value", &ImagesOutcome::value)
      .field("pixels", &ImagesOutcome::pixels);
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
  function("checkFit", &check_fit);
  function("checkpointExperiment", &checkpoint_experiment);
  function("completeExperiment", &complete_experiment);
  function("describeNetwork", &describe_network);
  function("measureSpeed", &measure_speed);
  function("enoughBytes", &enough_bytes);
  function("fileNames", &file_names);
  function("rates", &rates);
  function("convolve2d", &textbook_convolution);
  function("pool2d", &textbook_pooling);
  function("build", &build_text);
  function("allocatedBytes", &allocated_bytes);
  function("threads", &current_thread_count);
  function("setThreads", &set_current_thread_count);
}
