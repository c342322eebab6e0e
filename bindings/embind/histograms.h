// The record of histograms as JavaScript gets it: what is new of one quantity since it last asked.
#pragma once

#include <string>

#include "bindings/embind/convert.h"
#include "bindings/embind/result.h"
#include "recording/histograms.h"

namespace anneal::bindings {

struct HistogramNews {
  // Of every moment in the record, in order: JavaScript forgets the others.
  Float64Array serials{emscripten::val::undefined()};
  Float64Array steps{emscripten::val::undefined()};
  // Of the moments whose serial number is higher than the last that JavaScript has.
  Uint16Array counts{emscripten::val::undefined()};    // [moments, parameters, bins]
  Float64Array figures{emscripten::val::undefined()};  // [moments, parameters, kFigures]
};

// Of each quantity low, high, mean, deviation, zeros and norm, in the order of Quantity; then the
// update ratio.
inline constexpr std::size_t kFigures = 6 * kQuantities + 1;

// `quantity` is "weights", "gradients" or "updates". Throws Error (state) for any other.
HistogramNews news_of(const Histograms& histograms, const std::string& quantity,
                      double last_serial);

}  // namespace anneal::bindings
