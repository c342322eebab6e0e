// Arrays across the border between C++ and JavaScript. Every array that goes out is a copy in an
// array of JavaScript's own: a view into the heap would read as empty as soon as the memory grows.
// Nobody else makes views.
#pragma once

#include <emscripten/val.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "recording/history.h"
#include "training/trainer.h"

namespace anneal::bindings {

// JavaScript values with their names in the declarations (module.cpp).
EMSCRIPTEN_DECLARE_VAL_TYPE(Text)  // declared as a string, where std::string may be bytes as well
EMSCRIPTEN_DECLARE_VAL_TYPE(Float64Array)
EMSCRIPTEN_DECLARE_VAL_TYPE(Float32Array)
EMSCRIPTEN_DECLARE_VAL_TYPE(Uint8Array)
EMSCRIPTEN_DECLARE_VAL_TYPE(Uint16Array)
EMSCRIPTEN_DECLARE_VAL_TYPE(Columns)  // an object of Float64Arrays by name
EMSCRIPTEN_DECLARE_VAL_TYPE(NumberList)
EMSCRIPTEN_DECLARE_VAL_TYPE(TextList)
EMSCRIPTEN_DECLARE_VAL_TYPE(LayerList)

// A layer as `describe` sees it. Counts are doubles because JavaScript's numbers are.
struct LayerInfo {
  Text type{emscripten::val::undefined()};
  NumberList input{emscripten::val::undefined()};  // [H, W, C] or [features]
  NumberList output{emscripten::val::undefined()};
  double parameters = 0;
  double multiply_adds = 0;     // of the forward pass, for one sample
  double parameter_bytes = 0;   // of the parameters and their gradients
  double activation_bytes = 0;  // that the layer keeps for one sample; 0 where it works in place
  LayerList layers{emscripten::val::undefined()};  // of the inner stack of a residual block
};

Text to_js_text(const std::string& text);
Float64Array to_float64_array(std::span<const double> values);
Float32Array to_float32_array(std::span<const float> values);
Uint8Array to_uint8_array(std::span<const std::uint8_t> bytes);
Uint16Array to_uint16_array(std::span<const std::uint16_t> values);
std::vector<std::uint8_t> from_uint8_array(const Uint8Array& array);
NumberList to_number_list(const Shape& shape);
std::vector<double> from_number_list(const NumberList& list);
TextList to_text_list(const std::vector<std::string>& texts);
LayerList to_layer_list(const std::vector<LayerDescription>& layers);

// A column a name.
Columns to_columns(std::span<const char* const> names,
                   std::span<const std::vector<double>> columns);
// Rows [from, to) of a history's table.
Columns to_columns(const History& history, std::span<const Column> columns, std::size_t from,
                   std::size_t to);

}  // namespace anneal::bindings
