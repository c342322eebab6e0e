// The schema, and what it promises of every kind and every key.
#include "experiment/schema.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "documents.h"

namespace anneal {
namespace {

// Calls body(section, kind) for every kind of every section.
template <class Body>
void for_each_described_kind(const Json& described, Body&& body) {
  for (const char* section : {"schedules", "optimizers", "layers", "losses", "data"}) {
    for (const Json& kind : described[section]["kinds"]) body(std::string(section), kind);
  }
}

// A value for a required key, or one that has no default; a null where it may be left out.
Json sample_value(const Json& key) {
  const std::string type = key["type"];
  if (key.contains("default")) return key["default"];
  if (!key["required"]) return nullptr;
  if (type == "number" && key["key"] == "high") return 0.2;  // above "low"
  if (type == "number") return 0.1;
  if (type == "integer") return 10;
  if (type == "string") return "file of " + key["key"].get<std::string>();
  if (type == "strings") return Json::array({"a", "b"});
  if (type == "integers") return Json::array({2, 5});
  if (type == "knots") return parse_json("[[0, 0.1], [5, 0.2]]", "a test");
  if (type == "layers") return parse_json(R"([{"type": "relu"}])", "a test");
  if (type == "parts") {
    return parse_json(R"([{"schedule": {"type": "constant", "initial": 0.1, "unit": "step"}}])",
                      "a test");
  }
  ADD_FAILURE() << "no sample of " << key;
  return nullptr;
}

Json sample_of(const Json& kind, const char* name) {
  Json sample = {{name, kind["type"]}};
  for (const Json& key : kind["keys"]) {
    Json value = sample_value(key);
    if (!value.is_null()) sample[key["key"].get<std::string>()] = std::move(value);
  }
  return sample;
}

TEST(Schema, EveryKindButTheSourcesHasAFormula) {
  for_each_described_kind(schema(), [](const std::string& section, const Json& kind) {
    EXPECT_EQ(kind["formula"].empty(), section == "data") << kind["type"];
  });
  for (const Json& kind : schema()["initialisers"]["kinds"]) {
    EXPECT_FALSE(kind["formula"].empty()) << kind["type"];
  }
}

TEST(Schema, AFormulaNamesKeysOfItsKindAlone) {
  for_each_described_kind(schema(), [](const std::string& section, const Json& kind) {
    std::set<std::string> keys;
    for (const Json& key : kind["keys"]) keys.insert(key["key"].get<std::string>());
    if (section == "losses") keys.insert("label_smoothing");
    for (const std::string line : kind["formula"]) {
      const std::string mark = "\\key{";
      for (std::size_t at = line.find(mark); at != std::string::npos;
           at = line.find(mark, at + 1)) {
        const std::size_t start = at + mark.size();
        const std::string key = line.substr(start, line.find('}', start) - start);
        EXPECT_TRUE(keys.contains(key)) << kind["type"] << ": " << key;
      }
    }
  });
}

void expect_described(const Json& keys, const std::string& where) {
  for (const Json& key : keys) {
    const std::string path = where + "." + key["key"].get<std::string>();
    EXPECT_FALSE(key["type"].get<std::string>().empty()) << path;
    const bool explained = key["required"] || key.contains("default") || key.contains("omitted");
    EXPECT_TRUE(explained) << path << " has neither a default nor a word on leaving it out";
    if (key.contains("keys")) expect_described(key["keys"], path);
  }
}

TEST(Schema, EveryKeyIsRequiredOrHasADefaultOrSaysWhatLeavingItOutMeans) {
  const Json described = schema();
  for_each_described_kind(described, [](const std::string& section, const Json& kind) {
    expect_described(kind["keys"], section + "." + kind["type"].get<std::string>());
  });
  expect_described(described["schedules"]["wrappers"], "schedules");
  for (const char* section : {"optimizers", "losses", "data"}) {
    expect_described(described[section]["common"], section);
  }
  for (const char* section : {"network", "training", "experiment"}) {
    expect_described(described[section], section);
  }
}

TEST(Schema, EveryKindAtItsDefaultsReadsBackEqual) {
  const Json described = schema();
  const auto expect_same = [](const char* section, const Json& sample) {
    const Json document = {{"version", 1}, {section, sample}};
    const Json once = to_json(parse_experiment(document));
    for (const auto& [key, value] : sample.items()) {
      EXPECT_EQ(once[section][key], value) << sample << ": " << key;
    }
    EXPECT_EQ(to_text(to_json(parse_experiment(once))), to_text(once));
  };
  for (const Json& kind : described["schedules"]["kinds"]) {
    expect_same("schedule", sample_of(kind, "type"));
  }
  for (const Json& kind : described["optimizers"]["kinds"]) {
    expect_same("optimizer", sample_of(kind, "type"));
  }
  for (const Json& kind : described["losses"]["kinds"]) {
    expect_same("loss", sample_of(kind, "type"));
  }
  for (const Json& kind : described["data"]["kinds"]) {
    expect_same("data", sample_of(kind, "source"));
  }
  Json layers = Json::array();
  for (const Json& kind : described["layers"]["kinds"]) layers.push_back(sample_of(kind, "type"));
  const Json document = {{"version", 1}, {"network", {{"layers", layers}}}};
  const Json once = to_json(parse_experiment(document))["network"]["layers"];
  for (std::size_t i = 0; i < layers.size(); ++i) {
    for (const auto& [key, value] : layers[i].items()) {
      if (key == "layers") continue;
      EXPECT_EQ(once[i][key], value) << layers[i] << ": " << key;
    }
  }
}

TEST(Schema, DescribesAKeyWithItsRangeUnitAndSymbol) {
  const Json described = schema();
  const Json adam = described["optimizers"]["kinds"][1];
  EXPECT_EQ(adam["type"], "adam");
  EXPECT_EQ(to_text(adam["keys"][0]),
            R"({"key":"beta1","type":"number","required":false,"default":0.9,"minimum":0,)"
            R"("exclusiveMaximum":1,"symbol":"\\beta_1"})");
  const Json step = described["schedules"]["kinds"][3];
  EXPECT_EQ(to_text(step["keys"][2]),
            R"({"key":"every","type":"integer","required":true,"minimum":1,"maximum":1000000000,)"
            R"("unit":"steps or epochs","symbol":"s"})");
}

}  // namespace
}  // namespace anneal
