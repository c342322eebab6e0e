// The images of an experiment to look at, as JavaScript holds them: values in, values out, and what
// goes wrong as a status. Left out: getting files, and names in JavaScript's style (module.cpp).
#pragma once

#include <memory>
#include <string>

#include "bindings/embind/convert.h"
#include "bindings/embind/result.h"
#include "inspection/data_preview.h"

namespace anneal::bindings {

struct ImageRange {
  // {"total", "images": [numbers], "labels": [...], "truths": [...]}
  Text places{emscripten::val::undefined()};
  Uint8Array pixels{emscripten::val::undefined()};  // [N, H, W, 4]
};

class Preview {
 public:
  // The bytes of a file, unpacked, under the name that the document gives it. Before begin.
  Status add_file(const std::string& name, const Uint8Array& bytes);

  Status begin(const std::string& document);

  // Other parts and wrong labels of the same images.
  Status divide(const std::string& document);

  // {"shape", "classes": [names], "train": [images by class], "validation": [images by class],
  // "wrong_labels"}
  TextResult summary() const;

  // Of the part "train" or "validation"; of all classes where `label` is negative.
  Result<ImageRange> images(const std::string& part, double label, double first,
                            double count) const;

  // Looks at training images until all are seen or `milliseconds` have passed: null until then,
  // {"mean": [C], "deviation": [C]} in units of byte / 255 when all are seen.
  TextResult measure(double milliseconds);

  // What training on the document shows the network of an image: [epochs, H, W, 4].
  Result<Uint8Array> as_trained(const std::string& document, double image, double first,
                                double epochs) const;

 private:
  DataPreview& preview();
  const DataPreview& preview() const { return const_cast<Preview*>(this)->preview(); }

  Files files_;
  std::unique_ptr<DataPreview> preview_;
};

}  // namespace anneal::bindings
