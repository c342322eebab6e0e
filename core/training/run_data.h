// The images of a run: made or read as the experiment's data section says, split, and with its
// wrong labels put in. Left out: getting at files; who runs an experiment hands their bytes in,
// unpacked.
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

// Bytes by the name that the experiment gives them. What holds several is given by its parts: an
// .npz "a.npz" as "a.npz/x_train.npy" and so on, pictures "pets" that were decoded and brought to
// one size as "pets/images.npy" [N, H, W, C], "pets/labels.npy" [N], and "pets/classes.txt", the
// names of the classes, a line each.
using Files = std::map<std::string, std::vector<std::uint8_t>, std::less<>>;

struct RunData {
  std::shared_ptr<const Dataset> images;
  Split split;
  std::vector<WrongLabel> wrong_labels = {};  // in the order of the images
};

// Throws Error (file, data, memory) for what is wrong with the files or their number of images, and
// Error (data) at `data.images` and the like where a file was not given.
RunData make_run_data(const Experiment& experiment, const Files& files);

// The images alone, with what the core draws drawn only when it is looked at.
std::shared_ptr<Dataset> images_on_demand(const Experiment& experiment, const Files& files);

// Shares images out and puts the wrong labels into them.
RunData divide(std::shared_ptr<Dataset> images, const Experiment& experiment);

// Throws Error (experiment) at `network.input` or `network.layers` where the network does not take
// images of that shape or has fewer outputs than there are classes.
void check_network_fits(const NetworkSettings& network, const Shape& image_shape,
                        std::size_t classes);

}  // namespace anneal
