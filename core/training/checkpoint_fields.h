// The fields of a checkpoint in file order. One function per record serves both writing
// (FieldWriter) and reading (FieldReader).
#pragma once

#include <cstddef>
#include <cstdint>
#include <type_traits>

#include "training/byte_stream.h"

namespace anneal {

// Sizes take eight bytes on every machine, flags one.
struct FieldWriter {
  ByteWriter& writer;
  template <class T>
  void operator()(const T& value) const {
    if constexpr (std::is_same_v<T, std::size_t>) {
      writer.number<std::uint64_t>(value);
    } else if constexpr (std::is_same_v<T, bool>) {
      writer.number<std::uint8_t>(value ? 1 : 0);
    } else {
      writer.number(value);
    }
  }
};

struct FieldReader {
  ByteReader& reader;
  template <class T>
  void operator()(T& value) const {
    if constexpr (std::is_same_v<T, std::size_t>) {
      value = static_cast<std::size_t>(reader.number<std::uint64_t>());
    } else if constexpr (std::is_same_v<T, bool>) {
      value = reader.number<std::uint8_t>() != 0;
    } else {
      value = reader.number<T>();
    }
  }
};

template <class Stream, class Row>
void step_fields(Stream&& stream, Row& row) {
  stream(row.rate), stream(row.loss), stream(row.accuracy), stream(row.gradient_norm);
}

template <class Stream, class Row>
void epoch_fields(Stream&& stream, Row& row) {
  stream(row.rate), stream(row.train_loss), stream(row.train_accuracy);
  stream(row.validation_loss), stream(row.validation_accuracy);
  stream(row.validation_top_k_accuracy), stream(row.weight_norm);
}

template <class Stream, class Row>
void layer_fields(Stream&& stream, Row& row) {
  stream(row.weight_norm), stream(row.gradient_norm);
  stream(row.update_ratio), stream(row.dead_units);
}

template <class Stream, class Cell>
void cell_fields(Stream&& stream, Cell& cell) {
  stream(cell.label), stream(cell.prediction), stream(cell.images);
}

// A flag, followed by the value where it is set.
template <class Stream, class Optional>
void optional_field(Stream&& stream, Optional& optional) {
  bool present = optional.has_value();
  stream(present);
  if (!present) return;
  if constexpr (requires { optional.emplace(); }) {
    if (!optional) optional.emplace();
  }
  stream(*optional);
}

template <class Stream, class Position>
void position_fields(Stream&& stream, Position& position) {
  stream(position.step), stream(position.evaluating);
  stream(position.plateau_active), stream(position.momentum_moves);
  stream(position.training.loss), stream(position.training.correct);
  stream(position.training.top_k), stream(position.training.images);
  bool plateau = position.plateau.has_value();
  stream(plateau);
  if (!plateau) return;
  if constexpr (requires { position.plateau.emplace(); }) {
    if (!position.plateau) position.plateau.emplace();
  }
  stream(position.plateau->rate), stream(position.plateau->bad);
  stream(position.plateau->cooldown_left), optional_field(stream, position.plateau->best);
}

}  // namespace anneal
