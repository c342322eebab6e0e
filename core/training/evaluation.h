// Class names of a run, and the results of an evaluation for each class.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/json.h"
#include "training/trainer.h"

namespace anneal {

// The class names of the network outputs. Outputs beyond the classes of the data are numbered.
std::vector<std::string> output_names(const Trainer& trainer);

// {"epoch", "classes": [names], "confusion": [[images per prediction] per label], "precision": [per
// class], "recall": [per class]} of an epoch that is finished. Undefined shares are null. The whole
// is null for more than ConfusionMatrix::kMaxClasses outputs.
Json evaluation_json(const Trainer& trainer, std::size_t epoch);

}  // namespace anneal
