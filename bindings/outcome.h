// What a call from JavaScript gives back: a value, or what went wrong as plain words. No exception
// crosses the border; the bridge turns a status that is not ok into a JavaScript error.
#pragma once

#include <exception>
#include <new>
#include <stdexcept>
#include <string>
#include <utility>

#include "bindings/convert.h"
#include "tensor/error.h"

namespace anneal::bindings {

struct Status {
  bool ok = true;
  std::string kind;     // "experiment", "data", "file", "memory" or "state"
  std::string path;     // the setting of the document, where there is one
  std::string message;  // with the path in front
};

struct TextOutcome {
  Status status;
  std::string value;  // JSON
};

struct NumbersOutcome {
  Status status;
  Float64Array value{emscripten::val::undefined()};
};

struct BytesOutcome {
  Status status;
  Uint8Array value{emscripten::val::undefined()};
};

struct TextListOutcome {
  Status status;
  TextList value{emscripten::val::undefined()};
};

struct LayersOutcome {
  Status status;
  LayerList value{emscripten::val::undefined()};
};

// Runs `body`; the exceptions of the core become a status.
template <class Body>
Status guarded(Body&& body) {
  try {
    std::forward<Body>(body)();
    return {};
  } catch (const Error& error) {
    return {false, std::string(to_string(error.kind())), error.path(), error.what()};
  } catch (const std::bad_alloc&) {
    return {false, "memory", "", "there is not enough memory for this experiment"};
  } catch (const std::length_error&) {  // a container that could not even count so many
    return {false, "memory", "", "there is not enough memory for this experiment"};
  } catch (const std::exception& error) {
    return {false, "state", "", std::string("unexpected: ") + error.what()};
  }
}

// The same with a value: Outcome.value is set from body() where nothing went wrong.
template <class Outcome, class Body>
Outcome outcome(Body&& body) {
  Outcome result;
  result.status = guarded([&] { result.value = std::forward<Body>(body)(); });
  return result;
}

}  // namespace anneal::bindings
