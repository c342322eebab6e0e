#include "train/evaluation.h"

#include <cmath>
#include <string>
#include <utility>

#include "train/confusion.h"

namespace anneal {

namespace {

Json share(double value) { return std::isnan(value) ? Json() : Json(value); }

}  // namespace

Json evaluation_json(const Trainer& trainer, std::size_t epoch) {
  const std::vector<std::string>& names = trainer.data().images->class_names;
  const std::size_t classes = trainer.output_classes();
  const Confusion confusion(classes, trainer.history().confusion(epoch));
  if (!confusion.kept()) return nullptr;
  Json labels = Json::array(), counts = Json::array();
  Json precision = Json::array(), recall = Json::array();
  for (std::size_t label = 0; label < classes; ++label) {
    labels.push_back(label < names.size() ? names[label] : std::to_string(label));
    counts.push_back(confusion.counts().subspan(label * classes, classes));
    precision.push_back(share(confusion.precision(label)));
    recall.push_back(share(confusion.recall(label)));
  }
  return {{"epoch", epoch},
          {"classes", std::move(labels)},
          {"confusion", std::move(counts)},
          {"precision", std::move(precision)},
          {"recall", std::move(recall)}};
}

}  // namespace anneal
