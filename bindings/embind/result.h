// What a call from JavaScript gives back: a value, or what went wrong as plain words. No exception
// crosses the border; the bridge turns a status that is not ok into a JavaScript error.
#pragma once

#include <exception>
#include <new>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "base/error.h"
#include "bindings/embind/convert.h"
#include "training/speed.h"

namespace anneal::bindings {

struct Status {
  bool ok = true;
  Text kind = to_js_text("");     // "experiment", "data", "file", "memory" or "state"
  Text path = to_js_text("");     // the setting of the document, where there is one
  Text message = to_js_text("");  // with the path in front
};

struct TextOutcome {
  Status status;
  Text value{emscripten::val::undefined()};  // JSON
};

struct NumberOutcome {
  Status status;
  double value = 0;
};

struct SpeedOutcome {
  Status status;
  Speed value;
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

inline Status failure(std::string_view kind, const std::string& path, const std::string& message) {
  return {false, to_js_text(std::string(kind)), to_js_text(path), to_js_text(message)};
}

inline Status out_of_memory() {
  return failure("memory", "", "there is not enough memory for this experiment");
}

// Runs `body`; the exceptions of the core become a status.
template <class Body>
Status guarded(Body&& body) {
  try {
    std::forward<Body>(body)();
    return {};
  } catch (const Error& error) {
    return failure(to_string(error.kind()), error.path(), error.what());
  } catch (const std::bad_alloc&) {
    return out_of_memory();
  } catch (const std::length_error&) {  // a container that could not even count so many
    return out_of_memory();
  } catch (const std::exception& error) {
    return failure("state", "", std::string("unexpected: ") + error.what());
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
