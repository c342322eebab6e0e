#include "schedules/families/piecewise.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "base/json_reader.h"
#include "schedules/shapes.h"

namespace anneal::schedules {

void read_value(const Json& json, const std::string& path, std::vector<Knot>& knots) {
  expect_list(json, path, "a list [...]");
  knots.clear();
  for (std::size_t i = 0; i < json.size(); ++i) {
    const std::string at = item_path(path, i);
    if (!json[i].is_array() || json[i].size() != 2) fail_expected(at, "a knot [t, rate]", json[i]);
    Knot& knot = knots.emplace_back();
    anneal::read_value(json[i][0], item_path(at, 0), knot.t);
    anneal::read_value(json[i][1], item_path(at, 1), knot.rate);
  }
}

Json write_value(const std::vector<Knot>& knots) {
  Json json = Json::array();
  for (const Knot& knot : knots) json.push_back(Json::array({knot.t, knot.rate}));
  return json;
}

void describe_value(Json& description, const std::vector<Knot>&) { description["type"] = "knots"; }

double Piecewise::rate(double t) const {
  const auto next = std::upper_bound(knots.begin(), knots.end(), t,
                                     [](double value, const Knot& knot) { return value < knot.t; });
  if (next == knots.begin()) return knots.front().rate;
  const Knot& before = *(next - 1);
  if (next == knots.end() || between == Between::step) return before.rate;
  const double share = (t - before.t) / (next->t - before.t);
  return between == Between::linear ? linear_between(before.rate, next->rate, share)
                                    : cosine_between(before.rate, next->rate, share);
}

void Piecewise::check(Checks& checks) const {
  if (knots.empty()) checks.note("knots", "expected at least one [t, rate], got none");
  for (std::size_t i = 0; i < knots.size(); ++i) {
    const std::string key = "knots[" + std::to_string(i) + "]";
    if (i == 0) {
      checks.number(key + "[0]", knots[i].t, anneal::between(0, kLargestCount));
    } else {
      checks.number(key + "[0]", knots[i].t, above_up_to(knots[i - 1].t, kLargestCount));
    }
    checks.number(key + "[1]", knots[i].rate, at_least(0));
  }
}

}  // namespace anneal::schedules
