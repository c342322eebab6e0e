// The result of a call from JavaScript: a value, or what went wrong. No exception crosses the
// border; the JavaScript API turns a status that is not ok into an error.
#pragma once

#include <exception>
#include <new>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "base/error.h"
#include "bindings/embind/convert.h"

namespace anneal::bindings {

struct Status {
  bool ok = true;
  Text kind = to_js_text("");     // "experiment", "data", "file", "memory" or "state"
  Text path = to_js_text("");     // the setting of the document, where there is one
  Text message = to_js_text("");  // with the path in front
};

// A value that JavaScript has not been given: undefined, or the number 0 and the like.
template <class T>
T no_value() {
  if constexpr (std::is_default_constructible_v<T>) {
    return T{};
  } else {
    return T{emscripten::val::undefined()};
  }
}

// Registered for each T by register_result (module.cpp).
template <class T>
struct Result {
  Status status;
  T value = no_value<T>();
};

using TextResult = Result<Text>;  // JSON

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

// The same with a value: that of body() where nothing went wrong.
template <class Body>
auto result_of(Body&& body) {
  Result<std::decay_t<std::invoke_result_t<Body>>> result;
  result.status = guarded([&] { result.value = std::forward<Body>(body)(); });
  return result;
}

}  // namespace anneal::bindings
