// A curve through given points: what a person draws by hand. optax' piecewise_interpolate_schedule.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/checks.h"
#include "base/json_fwd.h"

namespace anneal::schedules {

enum class Between { step, linear, cosine };

constexpr std::array<std::string_view, 3> names(Between) { return {"step", "linear", "cosine"}; }

// [t, rate] in the document
struct Knot {
  double t = 0;     // >= 0
  double rate = 0;  // >= 0
};

void read_value(const Json& json, const std::string& path, std::vector<Knot>& knots);
Json write_value(const std::vector<Knot>& knots);
void describe_value(Json& description, const std::vector<Knot>&);

// At a knot its own rate; before the first knot the first's, after the last the last's. Between two
// knots the earlier one's (step), a straight line, or half a cosine wave.
struct Piecewise {
  static constexpr std::string_view type = "piecewise";
  static constexpr std::array formula = {
      R"(\eta_{t_i} = \eta_i, \quad (t_i, \eta_i) \in \key{knots})",
  };

  std::vector<Knot> knots = {};  // at least one, each later than the one before
  Between between = Between::step;

  double rate(double t) const;
  void check(Checks& checks) const;

  template <class Visit>
  static void keys(Visit&& visit) {
    visit.required("knots", &Piecewise::knots, {.symbol = "(t_i, \\eta_i)"});
    visit.optional("between", &Piecewise::between);
  }
};

}  // namespace anneal::schedules
