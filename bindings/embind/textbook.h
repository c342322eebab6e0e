// The textbook's formulas, for who shows them: arguments as JSON in, numbers out, and what is wrong
// with an argument as a status. Left out: the shape of the result in JavaScript (textbook.js).
#pragma once

#include <string>

#include "bindings/embind/convert.h"
#include "bindings/embind/result.h"

namespace anneal::bindings {

// An output [rows, columns] and, `per_output` of them for each of its numbers, what it was made of,
// as rows of numbers: the terms of a convolution {m, n, row, column, x, k, product} or the members
// of a pooling window {m, n, row, column, x}.
struct TextbookOutput {
  double rows = 0;
  double columns = 0;
  double per_output = 0;
  Float64Array output{emscripten::val::undefined()};
  Float64Array parts{emscripten::val::undefined()};
  // [rows, columns]: of max pooling, which member won; else empty.
  Float64Array winners{emscripten::val::undefined()};
};

// {"input": [[...]], "kernel": [[...]], "convention", "padding", "stride"}
Result<TextbookOutput> textbook_convolution(const std::string& arguments);
// {"input": [[...]], "kind", "size", "stride"}; the stride left out is the window's larger side.
Result<TextbookOutput> textbook_pooling(const std::string& arguments);

}  // namespace anneal::bindings
