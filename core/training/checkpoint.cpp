#include "training/checkpoint.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "base/error.h"
#include "training/byte_stream.h"
#include "training/checkpoint_fields.h"
#include "training/crc32.h"

namespace anneal {

namespace {

constexpr std::string_view kMagic = "ANNEALCP";
constexpr std::uint32_t kVersion = 1;
constexpr std::size_t kChecked = kMagic.size() + 8;  // start of the bytes that the CRC covers
constexpr std::size_t kPreamble = kChecked + 8;

[[noreturn]] void fail_checkpoint(const std::string& message) {
  fail_file("checkpoint: " + message);
}

[[noreturn]] void fail_short() {
  fail_checkpoint("its parts are longer than the whole, though its checksum is right");
}

std::string count_of_bytes(std::uint64_t count) { return std::to_string(count) + " bytes"; }

// The bytes after the preamble. Throws unless length and checksum are right.
std::span<const std::uint8_t> checked_body(std::span<const std::uint8_t> bytes) {
  const std::size_t seen = std::min(bytes.size(), kMagic.size());
  if (!std::equal(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(seen),
                  kMagic.begin())) {
    fail_checkpoint("this is none of Anneal's; one begins with \"ANNEALCP\"");
  }
  if (bytes.size() < kPreamble) {
    fail_checkpoint("cut off: at least " + count_of_bytes(kPreamble) + " expected, got " +
                    count_of_bytes(bytes.size()));
  }
  ByteReader reader(bytes.subspan(kMagic.size()), fail_short);
  const auto version = reader.number<std::uint32_t>();
  const auto checksum = reader.number<std::uint32_t>();
  const auto length = reader.number<std::uint64_t>();
  if (version > kVersion) {
    fail_checkpoint("written by a newer Anneal: version " + std::to_string(version) +
                    ", this one reads up to version " + std::to_string(kVersion));
  }
  if (bytes.size() < length) {
    fail_checkpoint("cut off: " + count_of_bytes(length) + " expected, got " +
                    count_of_bytes(bytes.size()));
  }
  if (version == kVersion && bytes.size() == length && crc32(bytes.subspan(kChecked)) == checksum) {
    return bytes.subspan(kPreamble);
  }
  if (bytes.size() > length && length > 0) {
    fail_checkpoint("altered or too long: " + count_of_bytes(length) + " expected, got " +
                    count_of_bytes(bytes.size()));
  }
  fail_checkpoint("altered: its checksum is not that of its bytes");
}

// A checksum of the images, to recognise the data of a run. Generated images that are drawn on
// demand are not included: their labels and the experiment determine them.
std::uint32_t fingerprint(const Dataset& images) {
  const auto* labels = reinterpret_cast<const std::uint8_t*>(images.labels.data());
  const std::uint32_t of_labels = crc32({labels, images.labels.size() * sizeof(std::uint16_t)});
  return crc32(images.pixels, of_labels);
}

void name_state(const TrainingState& state, Json& tensors, Json& scalars) {
  for (const StateTensor<float>& tensor : state.tensors) {
    tensors.push_back({{"name", tensor.name}, {"count", tensor.values.size()}});
  }
  for (const StateScalar& scalar : state.scalars) scalars.push_back(scalar.name);
}

Json header(const Trainer& trainer) {
  Json tensors = Json::array(), scalars = Json::array();
  name_state(trainer.state(), tensors, scalars);
  return {{"experiment", trainer.document()},
          {"schedule", to_json(trainer.experiment().schedule)},
          {"images", fingerprint(*trainer.data().images)},
          {"tensors", std::move(tensors)},
          {"scalars", std::move(scalars)}};
}

void write_history(const FieldWriter& put, const History& history) {
  put(history.steps().size());
  for (const StepRow& row : history.steps()) step_fields(put, row);
  put(history.epochs().size());
  for (std::size_t epoch = 0; epoch < history.epochs().size(); ++epoch) {
    epoch_fields(put, history.epochs()[epoch]);
    for (const LayerRow& row : history.layer_rows(epoch)) layer_fields(put, row);
    put(history.confusion(epoch).size());
    for (const ConfusionCell& cell : history.confusion(epoch)) cell_fields(put, cell);
  }
  put.writer.text(to_text(history.events()));
}

bool is_event(const Json& json) {
  return json.is_object() && json.contains("step") && json["step"].is_number_integer() &&
         json.contains("type") && json["type"].is_string();
}

// `history` must be empty.
void read_history(const FieldReader& get, History& history, std::size_t classes) {
  std::size_t steps = 0, epochs = 0, cells = 0;
  get(steps);
  for (std::size_t step = 0; step < steps; ++step) {
    StepRow row;
    step_fields(get, row);
    history.add(row);
  }
  get(epochs);
  std::vector<LayerRow> layers(history.layers().size());
  std::vector<ConfusionCell> confusion;
  for (std::size_t epoch = 0; epoch < epochs; ++epoch) {
    EpochRow row;
    epoch_fields(get, row);
    for (LayerRow& layer : layers) layer_fields(get, layer);
    confusion.clear();
    get(cells);
    for (std::size_t i = 0; i < cells; ++i) {
      ConfusionCell& cell = confusion.emplace_back();
      cell_fields(get, cell);
      if (cell.label >= classes || cell.prediction >= classes) {
        fail_checkpoint("its confusion has a class that the network has not");
      }
    }
    history.add(row, layers, confusion);
  }
  const Json events = parse_json(get.reader.text(), "the checkpoint's events");
  if (!std::all_of(events.begin(), events.end(), is_event)) fail_checkpoint("an event is none");
  for (const Json& event : events) history.add_event(event);
}

// The checksum does not protect against files that were made to do harm, so every part is checked.
Json read_header(ByteReader& reader) {
  Json header = parse_json(reader.text(), "the checkpoint's header");
  const auto has = [&](const char* key, bool (Json::*is)() const noexcept) {
    return header.is_object() && header.contains(key) && (header[key].*is)();
  };
  if (!has("experiment", &Json::is_object) || !has("schedule", &Json::is_object) ||
      !has("tensors", &Json::is_array) || !has("scalars", &Json::is_array) ||
      !has("images", &Json::is_number_unsigned)) {
    fail_checkpoint("its header lacks a part");
  }
  return header;
}

void check_tensors(const Json& header, const TrainingState& state) {
  Json tensors = Json::array(), scalars = Json::array();
  name_state(state, tensors, scalars);
  if (header["tensors"] != tensors || header["scalars"] != scalars) {
    fail_checkpoint("its tensors are not those of its own experiment");
  }
}

void check_position(const Trainer& trainer, const RunPosition& position, const History& history) {
  const std::int64_t per_epoch = trainer.steps_per_epoch();
  const bool in_range = position.step >= 0 && position.step <= trainer.total_steps();
  const bool at_end = in_range && position.step > 0 && position.step % per_epoch == 0;
  if (!in_range || (position.evaluating && !at_end) ||
      static_cast<std::int64_t>(history.steps().size()) != position.step ||
      static_cast<std::int64_t>(history.epochs().size()) !=
          position.step / per_epoch - (position.evaluating ? 1 : 0)) {
    fail_checkpoint("its history does not lead to where it stands");
  }
}

}  // namespace

std::vector<std::uint8_t> write_checkpoint(const Trainer& trainer) {
  History history = trainer.history();
  history.cut(trainer.steps_done());
  const std::string text = to_text(header(trainer));
  std::size_t expected = text.size() + history.steps().size() * sizeof(StepRow) + 65536;
  for (const auto& tensor : trainer.state().tensors) expected += tensor.values.size_bytes();

  ByteWriter writer(expected);
  writer.numbers(std::span<const char>(kMagic));
  writer.number(kVersion);
  writer.number<std::uint32_t>(0);  // the checksum
  writer.number<std::uint64_t>(0);  // the length
  const FieldWriter put{writer};
  writer.text(text);
  write_history(put, history);
  position_fields(put, trainer.position());
  for (const LayerRow& row : trainer.layer_rows()) layer_fields(put, row);
  for (const StateScalar& scalar : trainer.state().scalars) put(*scalar.value);
  for (const auto& tensor : trainer.state().tensors) {
    writer.numbers(std::span<const float>(tensor.values));
  }
  writer.overwrite<std::uint64_t>(kChecked, writer.bytes().size());
  writer.overwrite(kChecked - sizeof(std::uint32_t),
                   crc32(std::span(writer.bytes()).subspan(kChecked)));
  return writer.take();
}

Json checkpoint_experiment(std::span<const std::uint8_t> bytes) {
  ByteReader reader(checked_body(bytes), fail_short);
  return read_header(reader)["experiment"];
}

std::unique_ptr<Trainer> resume(std::span<const std::uint8_t> bytes, RunData data) {
  ByteReader reader(checked_body(bytes), fail_short);
  const Json header = read_header(reader);
  if (header["images"] != fingerprint(*data.images)) {
    fail_data("these are not the images that the run of the checkpoint was trained on");
  }
  auto trainer = std::make_unique<Trainer>(parse_experiment(header["experiment"]), std::move(data));
  const FieldReader get{reader};
  History history = trainer->empty_history();
  read_history(get, history, trainer->output_classes());
  RunPosition position;
  position_fields(get, position);
  check_position(*trainer, position, history);
  std::vector<LayerRow> layers(trainer->layer_rows().size());
  for (LayerRow& row : layers) layer_fields(get, row);
  trainer->restore(parse_schedule(header["schedule"]), std::move(history), position, layers);
  check_tensors(header, trainer->state());
  for (const StateScalar& scalar : trainer->state().scalars) get(*scalar.value);
  for (const auto& tensor : trainer->state().tensors) reader.numbers(tensor.values);
  if (reader.remaining() != 0) fail_checkpoint("it goes on behind its last part");
  return trainer;
}

}  // namespace anneal
