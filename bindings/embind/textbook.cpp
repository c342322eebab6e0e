#include "bindings/embind/textbook.h"

#include <algorithm>
#include <vector>

#include "base/error.h"
#include "base/json_reader.h"
#include "textbook/convolution.h"
#include "textbook/pooling.h"

namespace anneal::textbook {

// Rows of numbers, equally many in each. Found by Reader through the type of its value, and so not
// in a namespace without a name.
static void read_value(const Json& json, const std::string& path, Matrix& matrix) {
  expect_list(json, path, "a list of rows of numbers");
  matrix.rows = json.size();
  for (std::size_t i = 0; i < json.size(); ++i) {
    const std::string row_path = item_path(path, i);
    expect_list(json[i], row_path, "a row of numbers");
    if (i == 0) matrix.columns = json[i].size();
    if (json[i].size() != matrix.columns) {
      fail_experiment(row_path, "expected " + std::to_string(matrix.columns) +
                                    " numbers as in the first row, got " +
                                    std::to_string(json[i].size()));
    }
    for (std::size_t j = 0; j < json[i].size(); ++j) {
      anneal::read_value(json[i][j], item_path(row_path, j), matrix.values.emplace_back());
    }
  }
}

}  // namespace anneal::textbook

namespace anneal::bindings {

using namespace anneal::textbook;

namespace {

constexpr const char* kArguments = "the arguments";

void append(std::vector<double>& parts, const Term& term) {
  for (const std::size_t index : {term.m, term.n}) parts.push_back(static_cast<double>(index));
  for (const std::ptrdiff_t index : {term.row, term.column}) {
    parts.push_back(static_cast<double>(index));
  }
  parts.insert(parts.end(), {term.x, term.k, term.product});
}

void append(std::vector<double>& parts, const Member& member) {
  for (const std::size_t index : {member.m, member.n, member.row, member.column}) {
    parts.push_back(static_cast<double>(index));
  }
  parts.push_back(member.x);
}

template <class Part>
TextbookOutput output_of(const Matrix& output, const std::vector<Part>& parts,
                         const std::vector<std::size_t>& winners) {
  TextbookOutput result;
  std::vector<double> numbers;
  for (const Part& part : parts) append(numbers, part);
  result.rows = static_cast<double>(output.rows);
  result.columns = static_cast<double>(output.columns);
  result.per_output = static_cast<double>(parts.size() / output.values.size());
  result.output = to_float64_array(output.values);
  result.parts = to_float64_array(numbers);
  result.winners = to_float64_array(std::vector<double>(winners.begin(), winners.end()));
  return result;
}

// One number for both sides of the window, or [rows, columns].
void read_size(Reader& reader, PoolSettings& settings) {
  const Json* const size = reader.find("size");
  if (size == nullptr) return;
  const std::string path = reader.path_of("size");
  if (!size->is_array()) {
    read_value(*size, path, settings.rows, positive);
    settings.columns = settings.rows;
    return;
  }
  if (size->size() != 2) fail_expected(path, "a number or [rows, columns]", *size);
  read_value((*size)[0], item_path(path, 0), settings.rows, positive);
  read_value((*size)[1], item_path(path, 1), settings.columns, positive);
}

}  // namespace

Result<TextbookOutput> textbook_convolution(const std::string& arguments) {
  return result_of([&] {
    const Json document = parse_json(arguments, kArguments);
    Reader reader(document, "");
    Matrix input, kernel;
    ConvolutionSettings settings;
    reader.required("input", input);
    reader.required("kernel", kernel);
    reader.optional("convention", settings.convention);
    reader.optional("padding", settings.padding);
    reader.optional("stride", settings.stride, positive);
    reader.finish();
    const Convolution convolution = convolve2d(input, kernel, settings);
    return output_of(convolution.output, convolution.terms, {});
  });
}

Result<TextbookOutput> textbook_pooling(const std::string& arguments) {
  return result_of([&] {
    const Json document = parse_json(arguments, kArguments);
    Reader reader(document, "");
    Matrix input;
    PoolSettings settings;
    reader.required("input", input);
    reader.optional("kind", settings.kind);
    read_size(reader, settings);
    settings.stride = std::max(settings.rows, settings.columns);
    reader.optional("stride", settings.stride, positive);
    reader.finish();
    const Pooling pooling = pool2d(input, settings);
    return output_of(pooling.output, pooling.members, pooling.winners);
  });
}

}  // namespace anneal::bindings
