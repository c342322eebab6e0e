#include "schedules/families/cosine_restarts.h"

#include <cmath>

#include "schedules/shapes.h"

namespace anneal::schedules {
namespace {

struct Period {
  double index;
  double share;  // of the period that has passed, in [0, 1)
};

// The period that t lies in. The logarithm may be off by one where t is a boundary, so that it only
// proposes; the boundaries, which powers of whole numbers give exactly, decide.
Period period_at(double t, double first, double factor) {
  if (factor == 1) {
    const double index = std::floor(t / first);
    return {index, (t - index * first) / first};
  }
  const auto start = [&](double i) { return first * (std::pow(factor, i) - 1) / (factor - 1); };
  double index = std::floor(std::log1p(t / first * (factor - 1)) / std::log(factor));
  while (start(index) > t) --index;
  while (start(index + 1) <= t) ++index;
  return {index, (t - start(index)) / (first * std::pow(factor, index))};
}

}  // namespace

double CosineRestarts::rate(double t) const {
  const Period now = period_at(t, static_cast<double>(period), period_factor);
  const double height = (initial - final) * std::pow(height_factor, now.index);
  return cosine_between(final + height, final, now.share);
}

}  // namespace anneal::schedules
