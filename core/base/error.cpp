#include "base/error.h"

#include <utility>

namespace anneal {

Error::Error(ErrorKind kind, const std::string& message, std::string path)
    : std::runtime_error(path.empty() ? message : path + ": " + message),
      kind_(kind),
      path_(std::move(path)) {}

std::string_view to_string(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::experiment:
      return "experiment";
    case ErrorKind::data:
      return "data";
    case ErrorKind::file:
      return "file";
    case ErrorKind::memory:
      return "memory";
    case ErrorKind::state:
      return "state";
  }
  return "state";
}

void fail_experiment(const std::string& path, const std::string& message) {
  throw Error(ErrorKind::experiment, message, path);
}

void fail_data(const std::string& message) { throw Error(ErrorKind::data, message); }

void fail_file(const std::string& message) { throw Error(ErrorKind::file, message); }

}  // namespace anneal
