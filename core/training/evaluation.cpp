#include "training/evaluation.h"

#include <cmath>
#include <string>
#include <utility>

#include "recording/confusion_matrix.h"

namespace anneal {

namespace {

Json share(double value) { return std::isnan(value) ? Json() : Json(value); }

}  // namespace

std::vector<std::string> output_names(const Trainer& trainer) {
  std::vector<std::string> names = trainer.data().images->class_names;
  for (std::size_t i = names.size(); i < trainer.output_classes(); ++i) {
    names.push_back(std::to_string(i));
  }
  return names;
}

Json evaluation_json(const Trainer& trainer, std::size_t epoch) {
  const std::size_t classes = trainer.output_classes();
  const ConfusionMatrix confusion(classes, trainer.history().confusion(epoch));
  if (!confusion.stored()) return nullptr;
  Json counts = Json::array();
  Json precision = Json::array(), recall = Json::array();
  for (std::size_t label = 0; label < classes; ++label) {
    counts.push_back(confusion.counts().subspan(label * classes, classes));
    precision.push_back(share(confusion.precision(label)));
    recall.push_back(share(confusion.recall(label)));
  }
  return {{"epoch", epoch},
          {"classes", output_names(trainer)},
          {"confusion", std::move(counts)},
          {"precision", std::move(precision)},
          {"recall", std::move(recall)}};
}

}  // namespace anneal
