#include "bindings/embind/histograms.h"

#include <vector>

#include "base/error.h"

namespace anneal::bindings {

namespace {

Quantity quantity_of(const std::string& name) {
  if (name == "weights") return Quantity::weights;
  if (name == "gradients") return Quantity::gradients;
  if (name == "updates") return Quantity::updates;
  throw Error(ErrorKind::state,
              "quantity: expected \"weights\", \"gradients\" or \"updates\", got \"" + name + "\"");
}

void append(std::vector<double>& numbers, const ParameterStatistics& figures) {
  for (const ValueStatistics& of : figures.of) {
    numbers.insert(numbers.end(), {of.low, of.high, of.mean, of.deviation, of.zeros, of.norm});
  }
  numbers.push_back(figures.update_ratio);
}

}  // namespace

HistogramNews news_of(const Histograms& histograms, const std::string& quantity,
                      double last_serial) {
  const Quantity wanted = quantity_of(quantity);
  std::vector<double> serials, steps, figures;
  std::vector<std::uint16_t> counts;
  for (const Histograms::Snapshot& snapshot : histograms.snapshots()) {
    serials.push_back(static_cast<double>(snapshot.serial));
    steps.push_back(static_cast<double>(snapshot.step));
    if (serials.back() <= last_serial) continue;
    const auto of_moment = histograms.counts(snapshot, wanted);
    counts.insert(counts.end(), of_moment.begin(), of_moment.end());
    for (const ParameterStatistics& of : histograms.statistics(snapshot)) append(figures, of);
  }
  HistogramNews news;
  news.serials = to_float64_array(serials);
  news.steps = to_float64_array(steps);
  news.counts = to_uint16_array(counts);
  news.figures = to_float64_array(figures);
  return news;
}

}  // namespace anneal::bindings
