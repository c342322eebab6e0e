// Labelled images in memory, and questions about them. Pixels stay bytes, a quarter of what floats
// would take; turning them into the numbers that a network sees is the business of Batches.
// Deliberately left out: reading files and drawing images (one file a source), and floats.
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

// What a data set may take in memory. A 32-bit WebAssembly heap ends at 4 GiB, and the network, its
// gradients and its activations have to fit beside the images.
inline constexpr std::uint64_t kDatasetByteLimit = std::uint64_t{1} << 30;

struct Dataset {
  Shape image_shape;                     // [H, W, C]
  std::size_t classes = 0;               // labels are 0 .. classes - 1
  std::vector<std::uint8_t> pixels;      // [N, H, W, C]; the value of a pixel is byte / 255
  std::vector<std::uint16_t> labels;     // [N]
  std::vector<std::string> class_names;  // [classes]

  // Set where images are drawn on demand instead of being stored, because together they would take
  // too much memory; pixels is empty then. Writes image `index`, [H, W, C]; the same bytes for the
  // same index every time.
  std::function<void(std::size_t index, std::uint8_t* image)> draw;

  std::size_t size() const { return labels.size(); }
  std::size_t image_bytes() const { return element_count(image_shape); }

  // The bytes of an image, [H, W, C]: a pointer into pixels, or `scratch` (image_bytes() long)
  // after the image was drawn into it.
  const std::uint8_t* image(std::size_t index, std::uint8_t* scratch) const;
};

// Gives a data set its images, of which labels and shape are there already: stored where they take
// at most `stored_bytes`, else drawn on demand. `artist->draw(index, label, image)` draws one.
template <class Artist>
void draw_all(Dataset& dataset, std::shared_ptr<Artist> artist, std::uint64_t stored_bytes) {
  const std::size_t bytes = dataset.image_bytes();
  if (dataset.size() <= stored_bytes / bytes) {
    dataset.pixels.resize(dataset.size() * bytes);
    for (std::size_t i = 0; i < dataset.size(); ++i) {
      artist->draw(i, dataset.labels[i], dataset.pixels.data() + i * bytes);
    }
  } else {
    // The labels are copied: those of the data set may be changed on purpose, the images stay.
    dataset.draw = [artist, labels = dataset.labels](std::size_t index, std::uint8_t* image) {
      artist->draw(index, labels[index], image);
    };
  }
}

// Throws ErrorKind::memory, naming both sizes, if `count` images cannot be held; to be called
// before the memory is asked for.
void check_dataset_memory(std::uint64_t count, const Shape& image_shape);

// Throws ErrorKind::data if the parts of a data set do not fit together: a length that is not the
// product of the shape, a label outside of 0 .. classes - 1, more or fewer names than classes.
void check_dataset(const Dataset& dataset);

// How many of the images at `indices` belong to each class: [classes].
std::vector<std::size_t> class_counts(const Dataset& dataset,
                                      std::span<const std::uint32_t> indices);

// "0", "1", ... for data whose files do not name the classes.
std::vector<std::string> numbered_class_names(std::size_t classes);

// An image [H, W, C] as a canvas wants it: [H, W, 4] bytes, opaque; one channel becomes grey, three
// become red, green and blue. Throws ErrorKind::data for another channel count.
void to_rgba(const std::uint8_t* image, const Shape& image_shape, std::uint8_t* rgba);

// Image `index` of a data set in that form. Throws ErrorKind::data for an index past the end, too.
void preview_rgba(const Dataset& dataset, std::size_t index, std::uint8_t* rgba);

}  // namespace anneal
