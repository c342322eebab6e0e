// 200 steps of every optimizer on given gradients, against PyTorch
// (tests/golden/optim/generate.py): in double to 1e-10, in float to 1e-5, relative, element by
// element.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "golden.h"
#include "optim/kinds.h"
#include "schedules/document_reader.h"

namespace anneal {
namespace {

using nlohmann::json;

double start(std::size_t i) {
  return (0.8 + 0.1 * static_cast<double>(i * 3 % 11)) * (i % 2 ? -1 : 1);
}

double gradient(int step, std::size_t i) {
  const auto x = static_cast<double>(i);
  return (0.2 + 0.1 * static_cast<double>(i * 7 % 5)) *
             std::sin(0.7 * (x + 1) + 0.37 * (step + 1)) +
         0.05 * (static_cast<double>(i % 3) - 1);
}

OptimizerSettings read_settings(const json& document) {
  OptimizerSettings settings;
  const auto try_rule = [&]<class Rule>(Rule rule) {
    if (document.at("type") != Rule::type) return;
    testing::read_document(document, rule);
    settings.rule = rule;
  };
  [&]<std::size_t... I>(std::index_sequence<I...>) {
    (try_rule(std::variant_alternative_t<I, RuleSettings>{}), ...);
  }(std::make_index_sequence<std::variant_size_v<RuleSettings>>{});
  testing::read_document(document, settings);
  EXPECT_EQ(type_name(settings), document.at("type").get<std::string>());
  EXPECT_TRUE(problems(settings).empty()) << document.dump();
  return settings;
}

template <class T>
struct Parameters {
  Parameters() {
    std::size_t i = 0;
    for (Parameter<T>* parameter : list) {
      parameter->gradient = parameter->value;
      for (T& value : parameter->value) value = static_cast<T>(start(i++));
    }
  }
  void set_gradients(int step) {
    std::size_t i = 0;
    for (Parameter<T>* parameter : list) {
      for (T& value : parameter->gradient) value = static_cast<T>(gradient(step, i++));
    }
  }

  Parameter<T> weights{"weights", zeros<T>({17}), {}, true};
  Parameter<T> bias{"bias", zeros<T>({5}), {}, false};
  std::vector<Parameter<T>*> list{&weights, &bias};
};

// The largest relative difference over the recorded steps of a case.
template <class T>
double largest_difference(const json& entry) {
  Parameters<T> parameters;
  const auto optimizer = make_optimizer<T>(read_settings(entry.at("optimizer")), parameters.list);
  const double base = entry.at("rate");
  const bool moving = entry.at("moving_momentum");
  if (moving) optimizer->use_momentum();
  double largest = 0;
  for (int step = 0; step < 200; ++step) {
    parameters.set_gradients(step);
    StepOptions options(base / (1 + 0.01 * step));
    if (moving) options.momentum = 0.85 + 0.1 * std::sin(0.05 * step);
    optimizer->step(parameters.list, options);
    const auto recorded = entry.at("weights").find(std::to_string(step + 1));
    if (recorded == entry.at("weights").end()) continue;
    std::size_t i = 0;
    for (const Parameter<T>* parameter : parameters.list) {
      for (const T value : parameter->value) {
        const double expected = recorded->at(i++);
        const double difference = std::abs(static_cast<double>(value) / expected - 1);
        largest = std::isnan(difference) ? difference : std::max(largest, difference);
      }
    }
    EXPECT_EQ(i, recorded->size());
  }
  return largest;
}

void expect_following(const std::string& type, std::size_t cases) {
  double in_double = 0, in_float = 0;
  for (const json& entry : testing::read_golden("optim/optimizers.json")) {
    if (entry.at("optimizer").at("type") != type) continue;
    const double d = largest_difference<double>(entry);
    const double f = largest_difference<float>(entry);
    EXPECT_LE(d, 1e-10) << entry["optimizer"].dump();
    EXPECT_LE(f, 1e-5) << entry["optimizer"].dump();
    in_double = std::max(in_double, d);
    in_float = std::max(in_float, f);
    --cases;
  }
  EXPECT_EQ(cases, 0u) << "cases in the golden file";
  testing::record_difference_in_double(in_double);
  testing::record_difference_in_float(in_float);
}

TEST(OptimizersFollowPyTorch, Sgd) { expect_following("sgd", 10); }
TEST(OptimizersFollowPyTorch, Adam) { expect_following("adam", 7); }
TEST(OptimizersFollowPyTorch, Rmsprop) { expect_following("rmsprop", 9); }
TEST(OptimizersFollowPyTorch, Adagrad) { expect_following("adagrad", 6); }
TEST(OptimizersFollowPyTorch, Adadelta) { expect_following("adadelta", 6); }
TEST(OptimizersFollowPyTorch, Nadam) { expect_following("nadam", 7); }
TEST(OptimizersFollowTheirPaper, Lion) { expect_following("lion", 7); }

}  // namespace
}  // namespace anneal
