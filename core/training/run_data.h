// The data of a run: images generated or read as the data section of the experiment says, the
// split, and label noise. Left out: access to files; the caller passes their bytes, unpacked.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "data/dataset.h"
#include "data/split.h"
#include "experiment/experiment.h"

namespace anneal {

// File contents by the name that the experiment uses. Archives and folders are passed as their
// parts: "a.npz" as "a.npz/x_train.npy" and so on; a folder of pictures "pets", decoded and resized
// to one size, as "pets/images.npy" [N, H, W, C], "pets/labels.npy" [N] and "pets/classes.txt" (one
// class name per line).
using Files = std::map<std::string, std::vector<std::uint8_t>, std::less<>>;

struct RunData {
  std::shared_ptr<const Dataset> images;
  Split split;
  std::vector<WrongLabel> wrong_labels = {};  // ordered by image
};

// Throws Error (file, data, memory) for invalid files or too few images, and Error (data) at
// `data.images` etc. where a file is missing.
RunData make_run_data(const Experiment& experiment, const Files& files);

// The images alone. Generated images are drawn on demand.
std::shared_ptr<Dataset> images_on_demand(const Experiment& experiment, const Files& files);

// Splits the images into training and held-out parts as the experiment says and applies its label
// noise to `images`.
RunData split_data(std::shared_ptr<Dataset> images, const Experiment& experiment);

// Throws Error (experiment) at `network.input` where the network does not take images of this
// shape, or at `network.layers` where it has fewer outputs than there are classes.
void check_network_fits(const NetworkSettings& network, const Shape& image_shape,
                        std::size_t classes);

}  // namespace anneal
