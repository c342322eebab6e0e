#include "data/shapes.h"

#include <algorithm>
#include <array>
#include <memory>
#include <numeric>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/random.h"
#include "data/area_raster.h"
#include "data/drawing.h"
#include "data/shape_outlines.h"
#include "data/shape_style.h"

namespace anneal {

namespace {

Colour varied(const Colour& colour, float by, Random& random) {
  Colour result;
  for (std::size_t c = 0; c < 3; ++c) {
    result[c] = std::clamp(colour[c] + by * approximate_normal(random), 0.0f, 1.0f);
  }
  return result;
}

// A muted colour for background and clutter.
Colour muted(Random& random) {
  const float grey = uniform(random, 0.15, 0.7);
  return {grey + uniform(random, -0.15, 0.15), grey + uniform(random, -0.15, 0.15),
          grey + uniform(random, -0.15, 0.15)};
}

std::vector<std::uint16_t> class_order(std::uint64_t seed, std::uint64_t round,
                                       std::size_t classes) {
  std::vector<std::uint16_t> order(classes);
  std::iota(order.begin(), order.end(), std::uint16_t{0});
  Random(seed, stream_id("shape classes", round)).shuffle(std::span(order));
  return order;
}

class ShapePainter {
 public:
  ShapePainter(std::uint64_t seed, const ShapeOptions& options)
      : seed_(seed),
        options_(options),
        side_(options.size),
        raster_(side_, side_),
        levels_(side_ * side_ * 3) {}

  void draw(std::uint64_t index, std::uint16_t label, std::uint8_t* image) {
    Random random(seed_, stream_id("shapes", index));
    draw_background(random);
    const std::uint64_t most = options_.clutter;
    const std::uint64_t least = most < 3 ? 0 : 3;
    const std::uint64_t behind = least + random.below(most - least + 1);
    for (std::uint64_t i = 0; i < behind; ++i) draw_clutter(random, 0.12, 0.35);
    draw_figure(random, shape_style(label, options_.classes, random));
    const std::uint64_t before = random.below(options_.clutter / 3 + 1);
    for (std::uint64_t i = 0; i < before; ++i) draw_clutter(random, 0.04, 0.13);
    write_noisy(levels_.data(), levels_.size(), options_.noise, random, image);
  }

 private:
  // The position of a figure, and the map from its coordinates to pixels.
  struct Place {
    float x, y;    // centre
    float radius;  // in pixels
    Rotation rotation;

    Point to_pixels(Point point, float scale) const {
      const float size = radius * scale;
      return {x + size * (rotation.cosine * point.x - rotation.sine * point.y),
              y + size * (rotation.sine * point.x + rotation.cosine * point.y)};
    }
  };

  void draw_background(Random& random);
  void draw_clutter(Random& random, double least, double most);
  void draw_figure(Random& random, const ShapeStyle& style);
  void add_figure(std::size_t figure, const Place& place, float scale);
  void fill(const Colour& colour, float opacity);
  void fill_pattern(ShapePattern pattern, const Place& place, const Colour& light,
                    const Colour& dark);

  std::uint64_t seed_;
  ShapeOptions options_;
  std::size_t side_;
  AreaRaster raster_;
  std::vector<float> levels_;  // [size, size, 3] in [0, 1]
  std::vector<Point> path_;
};

// A linear gradient between two muted colours.
void ShapePainter::draw_background(Random& random) {
  const Colour from = muted(random), to = muted(random);
  const float across = uniform(random, -1, 1), down = uniform(random, -1, 1);
  const float middle = static_cast<float>(side_ - 1) / 2;
  float* level = levels_.data();
  for (std::size_t row = 0; row < side_; ++row) {
    const float start = 0.5f + down * (static_cast<float>(row) - middle) / (2 * middle);
    for (std::size_t column = 0; column < side_; ++column) {
      const float way = std::clamp(
          start + across * (static_cast<float>(column) - middle) / (2 * middle), 0.0f, 1.0f);
      for (std::size_t c = 0; c < 3; ++c) *level++ = from[c] + way * (to[c] - from[c]);
    }
  }
}

// A random polygon with three to five corners.
void ShapePainter::draw_clutter(Random& random, double least, double most) {
  // The corners of a regular pentagon; each is then moved.
  constexpr Point kCorners[] = {
      {0, -1}, {.951f, -.309f}, {.588f, .809f}, {-.588f, .809f}, {-.951f, -.309f}};
  const float side = static_cast<float>(side_);
  const Place place{uniform(random, 0, side), uniform(random, 0, side),
                    side * uniform(random, least, most), rotation(uniform(random, -1, 1))};
  const std::uint64_t first = random.below(3);
  path_.clear();
  for (std::uint64_t i = first; i < 5; ++i) {
    path_.push_back(place.to_pixels(kCorners[i], uniform(random, 0.45, 1.1)));
  }
  if (first == 2) path_.push_back({place.x, place.y});
  raster_.add_outline(path_);
  const Colour vivid =
      varied(shape_colour(static_cast<std::size_t>(random.below(kShapeColours))), 0.06f, random);
  const Colour dull = muted(random);
  fill(random.chance(0.4) ? vivid : dull, uniform(random, 0.35, 0.95));
}

void ShapePainter::draw_figure(Random& random, const ShapeStyle& style) {
  const float side = static_cast<float>(side_);
  const float radius = side * uniform(random, 0.22, 0.36);
  const float middle = (side - 1) / 2;
  const auto distortion = static_cast<float>(options_.distortion);
  // The centre stays inside the image.
  const float room = side * std::min(0.16f * distortion, 0.32f);
  const Place place{middle + uniform(random, -room, room), middle + uniform(random, -room, room),
                    radius, rotation(0.12f * distortion * approximate_normal(random))};
  const Colour light = varied(shape_colour(style.colour), 0.04f, random);
  const float dim = uniform(random, 0.3, 0.55);
  const Colour dark = {light[0] * dim, light[1] * dim, light[2] * dim};
  if (style.pattern == ShapePattern::bordered) {
    add_figure(style.figure, place, 1.12f);
    fill(dark, 1);
    add_figure(style.figure, place, 0.78f);
    fill(light, 1);
  } else {
    add_figure(style.figure, place, 1);
    fill_pattern(style.pattern, place, light, dark);
  }
}

void ShapePainter::add_figure(std::size_t figure, const Place& place, float scale) {
  const std::size_t pieces = side_ <= 64 ? 4 : 8;
  for (const Outline outline : shape_figure(figure).outlines) {
    path_.clear();
    append_outline(outline, pieces, path_);
    for (Point& point : path_) point = place.to_pixels(point, scale);
    raster_.add_outline(path_);
  }
}

void ShapePainter::fill(const Colour& colour, float opacity) {
  raster_.finish();
  const StrokeRaster::Box box = raster_.box();
  for (std::size_t row = box.first_row; row < box.end_row; ++row) {
    const float* coverage = raster_.row(row);
    float* level = levels_.data() + (row * side_ + box.first_column) * 3;
    for (std::size_t column = box.first_column; column < box.end_column; ++column, level += 3) {
      const float share = coverage[column] * opacity;
      for (std::size_t c = 0; c < 3; ++c) level[c] += share * (colour[c] - level[c]);
    }
  }
  raster_.clear();
}

void ShapePainter::fill_pattern(ShapePattern pattern, const Place& place, const Colour& light,
                                const Colour& dark) {
  raster_.finish();
  const StrokeRaster::Box box = raster_.box();
  for (std::size_t row = box.first_row; row < box.end_row; ++row) {
    const float* coverage = raster_.row(row);
    const float y = (static_cast<float>(row) - place.y) / place.radius;
    for (std::size_t column = box.first_column; column < box.end_column; ++column) {
      if (!(coverage[column] > 0)) continue;
      const float x = (static_cast<float>(column) - place.x) / place.radius;
      const float u = place.rotation.cosine * x + place.rotation.sine * y;
      const float v = place.rotation.cosine * y - place.rotation.sine * x;
      const float darkness = pattern_at(pattern, u, v);
      float* level = levels_.data() + (row * side_ + column) * 3;
      for (std::size_t c = 0; c < 3; ++c) {
        const float ink = light[c] + darkness * (dark[c] - light[c]);
        level[c] += coverage[column] * (ink - level[c]);
      }
    }
  }
  raster_.clear();
}

}  // namespace

void check_shape_options(const ShapeOptions& options) {
  if (options.size < kSmallestShapeSide || options.size > kLargestShapeSide || options.size % 2) {
    fail_experiment("data.size", "expected an even number of pixels from " +
                                     std::to_string(kSmallestShapeSide) + " to " +
                                     std::to_string(kLargestShapeSide) + ", got " +
                                     std::to_string(options.size));
  }
  if (options.classes < 2 || options.classes > kShapeClasses) {
    fail_experiment("data.classes", "expected 2 to " + std::to_string(kShapeClasses) +
                                        " classes, got " + std::to_string(options.classes));
  }
}

std::uint16_t shape_label(std::uint64_t seed, std::uint64_t index, std::size_t classes) {
  return class_order(seed, index / classes, classes)[static_cast<std::size_t>(index % classes)];
}

void draw_shape(std::uint64_t seed, std::uint64_t index, const ShapeOptions& options,
                std::uint8_t* image) {
  check_shape_options(options);
  ShapePainter(seed, options).draw(index, shape_label(seed, index, options.classes), image);
}

Dataset shapes(std::size_t count, std::uint64_t seed, const ShapeOptions& options,
               std::uint64_t stored_bytes) {
  check_shape_options(options);
  Dataset dataset;
  dataset.image_shape = {options.size, options.size, 3};
  dataset.classes = options.classes;
  for (std::size_t c = 0; c < options.classes; ++c) {
    dataset.class_names.push_back(shape_class_name(c, options.classes));
  }
  // Labels are always stored.
  check_dataset_memory(count, {1, 1, sizeof(std::uint16_t)});
  for (std::uint64_t round = 0; dataset.labels.size() < count; ++round) {
    const std::vector<std::uint16_t> order = class_order(seed, round, options.classes);
    const std::size_t left = count - dataset.labels.size();
    const auto end = order.begin() + static_cast<std::ptrdiff_t>(std::min(left, order.size()));
    dataset.labels.insert(dataset.labels.end(), order.begin(), end);
  }
  add_images(dataset, std::make_shared<ShapePainter>(seed, options), stored_bytes);
  return dataset;
}

}  // namespace anneal
