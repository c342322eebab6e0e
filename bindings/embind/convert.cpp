#include "bindings/embind/convert.h"

namespace anneal::bindings {

using emscripten::typed_memory_view;
using emscripten::val;

Text to_js_text(const std::string& text) { return Text(val(text)); }

Float64Array to_float64_array(std::span<const double> values) {
  return Float64Array(val(typed_memory_view(values.size(), values.data())).call<val>("slice"));
}

Float32Array to_float32_array(std::span<const float> values) {
  return Float32Array(val(typed_memory_view(values.size(), values.data())).call<val>("slice"));
}

Uint8Array to_uint8_array(std::span<const std::uint8_t> bytes) {
  return Uint8Array(val(typed_memory_view(bytes.size(), bytes.data())).call<val>("slice"));
}

Uint16Array to_uint16_array(std::span<const std::uint16_t> values) {
  return Uint16Array(val(typed_memory_view(values.size(), values.data())).call<val>("slice"));
}

std::vector<std::uint8_t> from_uint8_array(const Uint8Array& array) {
  // The view is made after the memory it shows was asked for, and gone before any more is.
  std::vector<std::uint8_t> bytes(array["length"].as<std::size_t>());
  val(typed_memory_view(bytes.size(), bytes.data())).call<void>("set", array);
  return bytes;
}

NumberList to_number_list(const Shape& shape) { return NumberList(val::array(shape)); }

std::vector<double> from_number_list(const NumberList& list) {
  return emscripten::convertJSArrayToNumberVector<double>(list);
}

TextList to_text_list(const std::vector<std::string>& texts) { return TextList(val::array(texts)); }

LayerList to_layer_list(const std::vector<LayerDescription>& layers) {
  val list = val::array();
  for (const LayerDescription& layer : layers) {
    const auto parameters = static_cast<double>(layer.parameters);
    list.call<void>(
        "push", LayerInfo{to_js_text(layer.type), to_number_list(layer.input),
                          to_number_list(layer.output), parameters,
                          static_cast<double>(layer.multiply_adds), 2 * sizeof(float) * parameters,
                          sizeof(float) * static_cast<double>(layer.kept_values),
                          to_layer_list(layer.layers)});
  }
  return LayerList(list);
}

Columns to_columns(std::span<const char* const> names,
                   std::span<const std::vector<double>> columns) {
  val object = val::object();
  for (std::size_t i = 0; i < names.size(); ++i) {
    object.set(names[i], to_float64_array(columns[i]));
  }
  return Columns(object);
}

Columns to_columns(const History& history, std::span<const Column> columns, std::size_t from,
                   std::size_t to) {
  val object = val::object();
  for (const Column& column : columns) {
    object.set(std::string(column.name), to_float64_array(history.values(column, from, to)));
  }
  return Columns(object);
}

}  // namespace anneal::bindings
