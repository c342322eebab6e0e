// What an epoch's evaluation on the held-out images says of each class.
#pragma once

#include <cstddef>

#include "train/json.h"
#include "train/trainer.h"

namespace anneal {

// {"epoch", "classes": [names], "confusion": [[images by prediction] by label], "precision": [by
// class], "recall": [by class]} after `epoch`, which is over. Outputs of the network beyond the
// data's classes are named by their number; a share of no images is null, and so is the whole of a
// network of more than Confusion::kMostClasses outputs.
Json evaluation_json(const Trainer& trainer, std::size_t epoch);

}  // namespace anneal
