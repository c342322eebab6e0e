#include "formats/safetensors.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

#include "base/error.h"
#include "base/json.h"
#include "base/spelling_suggestion.h"
#include "tensor/shape.h"

namespace anneal {

static_assert(std::endian::native == std::endian::little,
              "numbers are copied as they lie in memory");

namespace {

constexpr std::size_t kLengthBytes = 8;
constexpr std::uint64_t kLongestHeader = 100'000'000;  // limit of the format
constexpr std::string_view kMetadata = "__metadata__";

struct Entry {
  const NamedTensor* tensor;
  std::size_t begin;  // offset in the data section
  std::size_t end;
};

[[noreturn]] void fail_weights(const std::string& message) {
  fail_file("weights file: " + message);
}

std::string count_of_bytes(std::uint64_t count) { return std::to_string(count) + " bytes"; }

Json read_header(std::span<const std::uint8_t> bytes) {
  if (bytes.size() < kLengthBytes) {
    fail_weights("cut off: a header length of 8 bytes expected, got " +
                 count_of_bytes(bytes.size()));
  }
  std::uint64_t length;
  std::memcpy(&length, bytes.data(), kLengthBytes);
  if (length > kLongestHeader || length < 2 || bytes.size() <= kLengthBytes ||
      bytes[kLengthBytes] != '{') {
    fail_weights("not safetensors: no header at its start");
  }
  if (length > bytes.size() - kLengthBytes) {
    fail_weights("cut off: a header of " + count_of_bytes(length) + " announced, got " +
                 count_of_bytes(bytes.size() - kLengthBytes));
  }
  const char* text = reinterpret_cast<const char*>(bytes.data()) + kLengthBytes;
  Json header = Json::parse(text, text + length, nullptr, /*allow_exceptions=*/false);
  if (!header.is_object()) fail_weights("not safetensors: its header is not JSON");
  return header;
}

const NamedTensor& find_tensor(std::span<const NamedTensor> tensors, const std::string& name) {
  std::vector<std::string_view> names;
  for (const NamedTensor& tensor : tensors) {
    if (tensor.name == name) return tensor;
    names.push_back(tensor.name);
  }
  const std::string_view meant = spelling_suggestion(name, names);
  fail_weights("tensor \"" + name + "\": the network has none of that name" +
               (meant.empty() ? "" : "; did you mean \"" + std::string(meant) + "\"?"));
}

bool is_count(const Json& json) { return json.is_number_unsigned(); }

bool are_counts(const Json& json) {
  return json.is_array() && std::all_of(json.begin(), json.end(), is_count);
}

void check_shape(const Json& header, const NamedTensor& tensor, const std::string& where) {
  if (!header.contains("shape") || !are_counts(header["shape"])) {
    fail_weights(where + "its shape is not a list of counts");
  }
  const Shape expected = shape_of(*tensor.value);
  if (header["shape"] != Json(expected)) {
    fail_weights(where + "expected the shape " + to_string(expected) + ", got " +
                 to_text(header["shape"]));
  }
}

Entry read_entry(const Json& header, const NamedTensor& tensor, std::size_t data_size) {
  const std::string where = "tensor \"" + tensor.name + "\": ";
  if (!header.is_object()) fail_weights(where + "its header is not an object");
  if (!header.contains("dtype") || header["dtype"] != "F32") {
    fail_weights(where + "expected the type F32, got " + to_text(header.value("dtype", Json())));
  }
  check_shape(header, tensor, where);
  const Json offsets = header.value("data_offsets", Json());
  if (!are_counts(offsets) || offsets.size() != 2) fail_weights(where + "has no data_offsets");
  const auto begin = offsets[0].get<std::uint64_t>(), end = offsets[1].get<std::uint64_t>();
  const std::uint64_t size = tensor.value->size() * sizeof(float);
  if (end > data_size) {
    fail_weights(where + "cut off: its data end at byte " + std::to_string(end) + " of " +
                 std::to_string(data_size));
  }
  if (begin > end || end - begin != size) {
    fail_weights(where + "expected " + count_of_bytes(size) + " of data, got " +
                 count_of_bytes(end < begin ? 0 : end - begin));
  }
  return {&tensor, static_cast<std::size_t>(begin), static_cast<std::size_t>(end)};
}

// The format requires that the tensors fill the data section without gaps.
void check_cover(std::vector<Entry> entries, std::size_t data_size) {
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    return std::pair(a.begin, a.end) < std::pair(b.begin, b.end);
  });
  std::size_t end = 0;
  for (const Entry& entry : entries) {
    if (entry.begin != end) {
      fail_weights("tensor \"" + entry.tensor->name + "\": starts at byte " +
                   std::to_string(entry.begin) + " of the data, expected " + std::to_string(end));
    }
    end = entry.end;
  }
  if (end != data_size) {
    fail_weights("expected " + count_of_bytes(end) + " of data, got " + count_of_bytes(data_size));
  }
}

void append(std::vector<std::uint8_t>& bytes, const void* from, std::size_t count) {
  const auto* begin = static_cast<const std::uint8_t*>(from);
  bytes.insert(bytes.end(), begin, begin + count);
}

}  // namespace

std::vector<std::uint8_t> write_safetensors(std::span<const NamedTensor> tensors) {
  Json header = Json::object();
  std::size_t offset = 0;
  for (const NamedTensor& tensor : tensors) {
    const std::size_t end = offset + tensor.value->size() * sizeof(float);
    header[tensor.name] = {
        {"dtype", "F32"}, {"shape", shape_of(*tensor.value)}, {"data_offsets", {offset, end}}};
    offset = end;
  }
  std::string text = to_text(header);
  text.resize((text.size() + kLengthBytes - 1) / kLengthBytes * kLengthBytes, ' ');  // aligned data

  std::vector<std::uint8_t> bytes;
  bytes.reserve(kLengthBytes + text.size() + offset);
  const std::uint64_t length = text.size();
  append(bytes, &length, kLengthBytes);
  append(bytes, text.data(), text.size());
  for (const NamedTensor& tensor : tensors) {
    append(bytes, tensor.value->data(), tensor.value->size() * sizeof(float));
  }
  return bytes;
}

void read_safetensors(std::span<const std::uint8_t> bytes, std::span<const NamedTensor> tensors) {
  const Json headers = read_header(bytes);
  std::uint64_t length;
  std::memcpy(&length, bytes.data(), kLengthBytes);
  const auto data = bytes.subspan(kLengthBytes + static_cast<std::size_t>(length));

  std::vector<Entry> entries;
  for (const auto& [name, header] : headers.items()) {
    if (name == kMetadata) continue;
    entries.push_back(read_entry(header, find_tensor(tensors, name), data.size()));
  }
  for (const NamedTensor& tensor : tensors) {
    if (!headers.contains(tensor.name)) {
      fail_weights("tensor \"" + tensor.name + "\" is missing");
    }
  }
  check_cover(entries, data.size());
  for (const Entry& entry : entries) {
    std::memcpy(entry.tensor->value->data(), data.data() + entry.begin, entry.end - entry.begin);
  }
}

}  // namespace anneal
