// Labelled images in memory. Pixels are stored as bytes, a quarter of the size of floats; Batches
// converts them to network input.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "tensor/shape.h"

namespace anneal {

// The largest size of a data set. A 32-bit WebAssembly memory ends at 4 GiB, and parameters,
// gradients and activations must fit beside the images.
inline constexpr std::uint64_t kDatasetByteLimit = std::uint64_t{1} << 30;

struct Dataset {
  Shape image_shape;                     // [H, W, C]
  std::size_t classes = 0;               // labels are 0 .. classes - 1
  std::vector<std::uint8_t> pixels;      // [N, H, W, C]; the value of a pixel is byte / 255
  std::vector<std::uint16_t> labels;     // [N]
  std::vector<std::string> class_names;  // [classes]

  // Set where images are drawn on demand because they would take too much memory together; `pixels`
  // is then empty. Writes image `index`, [H, W, C]: always the same bytes for the same index.
  std::function<void(std::size_t index, std::uint8_t* image)> draw;

  std::size_t size() const { return labels.size(); }
  std::size_t image_bytes() const { return element_count(image_shape); }

  // The bytes of an image, [H, W, C]: a pointer into `pixels`, or `scratch` (image_bytes() long),
  // into which the image is drawn.
  const std::uint8_t* image(std::size_t index, std::uint8_t* scratch) const;
};

// Adds images to a data set that has labels and shape. They are stored where they take at most
// `stored_bytes`, else drawn on demand. `generator->draw(index, label, image)` draws one image.
template <class Generator>
void add_images(Dataset& dataset, std::shared_ptr<Generator> generator,
                std::uint64_t stored_bytes) {
  const std::size_t bytes = dataset.image_bytes();
  if (dataset.size() <= stored_bytes / bytes) {
    dataset.pixels.resize(dataset.size() * bytes);
    for (std::size_t i = 0; i < dataset.size(); ++i) {
      generator->draw(i, dataset.labels[i], dataset.pixels.data() + i * bytes);
    }
  } else {
    // Label noise may change the labels of the data set, but not the images; hence the copy.
    dataset.draw = [generator, labels = dataset.labels](std::size_t index, std::uint8_t* image) {
      generator->draw(index, labels[index], image);
    };
  }
}

// Throws ErrorKind::memory, naming both sizes, where `count` images exceed kDatasetByteLimit. To be
// called before allocation.
void check_dataset_memory(std::uint64_t count, const Shape& image_shape);

// Throws ErrorKind::data where the parts of a data set are inconsistent: wrong number of bytes,
// labels outside 0 .. classes - 1, or not as many names as classes.
void check_dataset(const Dataset& dataset);

// The number of images at `indices` in each class: [classes].
std::vector<std::size_t> class_counts(const Dataset& dataset,
                                      std::span<const std::uint32_t> indices);

// Names "0", "1", ... for data without class names.
std::vector<std::string> numbered_class_names(std::size_t classes);

// Converts an image [H, W, C] to opaque RGBA, [H, W, 4], for a canvas. One channel is grey, three
// are red, green and blue. Throws ErrorKind::data for other channel counts.
void to_rgba(const std::uint8_t* image, const Shape& image_shape, std::uint8_t* rgba);

// Writes image `index` of a data set as RGBA. Also throws ErrorKind::data for an index past the
// end.
void preview_rgba(const Dataset& dataset, std::size_t index, std::uint8_t* rgba);

}  // namespace anneal
