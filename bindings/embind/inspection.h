// What JavaScript asks of an open run between two slices (train/inspection.h): arrays as typed
// arrays, the rest as JSON. Left out: what changes a run (session.h).
#pragma once

#include <string>

#include "bindings/embind/convert.h"
#include "bindings/embind/result.h"
#include "bindings/embind/session.h"

namespace anneal::bindings {

// A tensor: the values in row-major order.
struct TensorValues {
  NumberList shape{emscripten::val::undefined()};
  Float32Array values{emscripten::val::undefined()};
};

// What the network makes of an image.
struct Prediction {
  Uint8Array image{emscripten::val::undefined()};  // [H, W, C]
  double label = -1;                               // -1: it has none
  Float32Array outputs{emscripten::val::undefined()};
  Float32Array probabilities{emscripten::val::undefined()};
};

// Rows of held-out images: index, label, prediction, probability, label_probability, loss. Before
// the first evaluation index and label alone.
struct SampleRows {
  double epoch = -1;  // that the evaluation followed; -1: none
  Columns rows{emscripten::val::undefined()};
};

// What can be asked for, see to_json(Inspection, Trainer).
TextResult inspected(Session& session);
Result<TensorValues> filters(Session& session, const std::string& layer);

// `part` is "validation" or "train".
Result<Prediction> predict_sample(Session& session, const std::string& part, double index);
Result<Prediction> predict_image(Session& session, const Uint8Array& image);
// Of the image that was last looked at.
Result<TensorValues> feature_maps(Session& session, const std::string& layer);

// `filter` is JSON: {"label", "prediction", "wrong"}, all of which may be missing.
Result<SampleRows> find_samples(Session& session, const std::string& filter, double most);
// The bytes of several images, one after another: [N, H, W, C].
Result<Uint8Array> sample_images(Session& session, const std::string& part,
                                 const NumberList& indices);

}  // namespace anneal::bindings
