#include "experiment/data_settings.h"

#include <algorithm>

#include "base/kinds.h"

namespace anneal {

namespace {

constexpr std::size_t kMostFiles = 100;

}  // namespace

void read_value(const Json& json, const std::string& path, FileList& files) {
  if (!json.is_array() || json.empty() || json.size() > kMostFiles) {
    fail_expected(path, "a list of 1 to " + std::to_string(kMostFiles) + " names of files", json);
  }
  files.clear();
  for (std::size_t i = 0; i < json.size(); ++i) {
    std::string name;
    member::read(json[i], item_path(path, i), name, kFileName, Ranges::while_reading);
    if (std::find(files.begin(), files.end(), name) != files.end()) {
      fail_experiment(item_path(path, i), "\"" + name + "\" is listed already");
    }
    files.push_back(std::move(name));
  }
}

Json write_value(const FileList& files) {
  return static_cast<const std::vector<std::string>&>(files);
}

void describe_value(Json& description, const FileList&) { description["type"] = "strings"; }

void read_value(const Json& json, const std::string& path, DataSettings& settings) {
  read_section(json, path, "source", false, settings.source, settings, Ranges::while_reading);
  fail_first(path, kind_problems(settings.source));
}

Json write_value(const DataSettings& settings) {
  return write_section("source", settings.source, settings);
}

std::vector<std::string> file_names(const DataSettings& data) {
  return std::visit([](const auto& source) { return source.file_names(); }, data.source);
}

}  // namespace anneal
