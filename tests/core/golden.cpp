#include "golden.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace anneal::testing {

namespace {

void record(const char* property, double difference) {
  std::ostringstream text;
  text << difference;
  ::testing::Test::RecordProperty(property, text.str());
}

}  // namespace

nlohmann::json read_golden(const std::string& path) {
  std::ifstream file(ANNEAL_GOLDEN_DIR "/" + path);
  if (!file) throw std::runtime_error("there is no golden file " + path);
  return nlohmann::json::parse(file);
}

void record_difference_in_double(double difference) { record("difference_in_double", difference); }

void record_difference_in_float(double difference) { record("difference_in_float", difference); }

}  // namespace anneal::testing
