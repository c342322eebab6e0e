// What an epoch's evaluation on the held-out images says of each class.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/json.h"
#include "training/trainer.h"

namespace anneal {

// The names of the network's outputs; those beyond the data's classes are named by their number.
std::vector<std::string> output_names(const Trainer& trainer);

// {"epoch", "classes": [names], "confusion": [[images by prediction] by label], "precision": [by
// class], "recall": [by class]} after `epoch`, which is over. A share of no images is null, and so
// is the whole of a network of more than Confusion::kMostClasses outputs.
Json evaluation_json(const Trainer& trainer, std::size_t epoch);

}  // namespace anneal
