// The one exception type of the core. A message says what was wrong and what would be right; the
// path names the setting of the experiment document that caused it, where there is one.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace anneal {

enum class ErrorKind {
  experiment,  // a setting of the experiment document
  data,        // images, labels, or their number
  file,        // the bytes of a file
  memory,      // more than can be allocated
  state,       // a call at the wrong moment
};

class Error : public std::runtime_error {
 public:
  // what() is "path: message", or the message alone where there is no path.
  Error(ErrorKind kind, const std::string& message, std::string path = "");

  ErrorKind kind() const { return kind_; }
  const std::string& path() const { return path_; }

 private:
  ErrorKind kind_;
  std::string path_;
};

// "experiment", "data", "file", "memory" or "state"
std::string_view to_string(ErrorKind kind);

[[noreturn]] void fail_experiment(const std::string& path, const std::string& message);
[[noreturn]] void fail_data(const std::string& message);
[[noreturn]] void fail_file(const std::string& message);

}  // namespace anneal
