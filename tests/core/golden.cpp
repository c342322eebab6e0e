#include "golden.h"

#include <fstream>
#include <stdexcept>

namespace anneal::testing {

nlohmann::json read_golden(const std::string& path) {
  std::ifstream file(ANNEAL_GOLDEN_DIR "/" + path);
  if (!file) throw std::runtime_error("there is no golden file " + path);
  return nlohmann::json::parse(file);
}

}  // namespace anneal::testing
