#include "data/glyphs.h"

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

#include "base/random.h"
#include "data/drawing.h"
#include "data/glyph_strokes.h"
#include "data/stroke_raster.h"

namespace anneal {

namespace {

constexpr float kCentre = (kGlyphSide - 1) / 2.0f;
constexpr float kSheetWidth = 100;
constexpr float kSheetHeight = 140;
constexpr float kDigitHeight = 18.5f;  // pixels, before scaling
constexpr std::size_t kPieces = 4;     // line segments between two control points

std::array<std::uint16_t, kGlyphClasses> classes_of_ten(std::uint64_t seed, std::uint64_t ten) {
  std::array<std::uint16_t, kGlyphClasses> order;
  for (std::size_t i = 0; i < kGlyphClasses; ++i) order[i] = static_cast<std::uint16_t>(i);
  Random(seed, stream_id("glyph classes", ten)).shuffle(std::span<std::uint16_t>(order));
  return order;
}

// The map from the box in which digits are designed to pixels.
class GlyphTransform {
 public:
  GlyphTransform(Random& random, const GlyphOptions& options) {
    const auto strength = [&](double deviation) {
      return static_cast<float>(deviation * options.distortion);
    };
    const auto [cosine, sine] =
        rotation(approximate_normal(random) * strength(options.rotation) / 2);
    const float size = 1 + approximate_normal(random) * strength(options.scale);
    const float aspect = 1 + approximate_normal(random) * strength(options.scale);
    const float slant = approximate_normal(random) * strength(options.slant);
    const float unit = kDigitHeight / kSheetHeight;
    const float across = unit * size * aspect;
    const float down = unit * size;
    xx_ = cosine * across;
    xy_ = (-cosine * slant - sine) * down;
    yx_ = sine * across;
    yy_ = (cosine - sine * slant) * down;
    x_ = kCentre + approximate_normal(random) * strength(options.shift);
    y_ = kCentre + approximate_normal(random) * strength(options.shift);
  }

  Point place(Point point) const {
    const float u = point.x - kSheetWidth / 2;
    const float v = point.y - kSheetHeight / 2;
    return {x_ + xx_ * u + xy_ * v, y_ + yx_ * u + yy_ * v};
  }

 private:
  float xx_, xy_, yx_, yy_, x_, y_;
};

// A broad pen: strokes across the nib are thick, strokes along it thin. A contrast of 0 is a round
// pen.
struct Pen {
  float radius;
  float contrast;
  Rotation nib;  // direction of the nib

  Pen(Random& random, const GlyphOptions& options) {
    radius = uniform(random, options.min_radius, options.max_radius);
    contrast = uniform(random, 0.0, 0.5);
    nib = rotation(uniform(random, -0.9, 0.9));
  }

  float radius_along(Point from, Point to) const {
    const float dx = to.x - from.x, dy = to.y - from.y;
    const float square = dx * dx + dy * dy;
    if (!(square > 0)) return radius;
    const float across = dx * nib.sine - dy * nib.cosine;
    return radius * (1 + contrast * (across * across / square - 0.5f));
  }
};

class GlyphPainter {
 public:
  GlyphPainter(std::uint64_t seed, const GlyphOptions& options)
      : seed_(seed), options_(options), raster_(kGlyphSide, kGlyphSide) {}

  void draw(std::uint64_t index, std::uint16_t label, std::uint8_t* image) {
    Random random(seed_, stream_id("glyphs", index));
    draw_background(random);
    const auto strays = static_cast<std::size_t>(random.below(options_.clutter + 1));
    const std::size_t behind = strays / 2;
    for (std::size_t i = 0; i < behind; ++i) draw_stray(random);
    draw_digit(random, label);
    for (std::size_t i = behind; i < strays; ++i) draw_stray(random);
    write_noisy(levels_.data(), levels_.size(), options_.noise, random, image);
  }

 private:
  void draw_background(Random& random);
  void draw_digit(Random& random, std::uint16_t label);
  void draw_style(Random& random, GlyphStyle style, GlyphStyle other, float share);
  void draw_stray(Random& random);
  void draw_path(const Pen& pen);
  void paint(float level);

  std::uint64_t seed_;
  GlyphOptions options_;
  StrokeRaster raster_;
  std::array<float, kGlyphSide * kGlyphSide> levels_;  // [28, 28]: brightness in [0, 1]
  std::vector<Point> points_;
  std::vector<Point> path_;
};

// A linear gradient of low contrast.
void GlyphPainter::draw_background(Random& random) {
  const float level = uniform(random, 0, options_.max_background);
  const float across = uniform(random, -0.02, 0.02) * level;
  const float down = uniform(random, -0.02, 0.02) * level;
  for (std::size_t row = 0; row < kGlyphSide; ++row) {
    const float start = level + down * (static_cast<float>(row) - kCentre);
    for (std::size_t column = 0; column < kGlyphSide; ++column) {
      levels_[row * kGlyphSide + column] = start + across * (static_cast<float>(column) - kCentre);
    }
  }
}

// Draws `style`, morphed by `share` towards `other`, which has the same number of points.
void GlyphPainter::draw_style(Random& random, GlyphStyle style, GlyphStyle other, float share) {
  const GlyphTransform transform(random, options_);
  const Pen pen(random, options_);
  const float wobble = static_cast<float>(options_.wobble * options_.distortion);
  for (std::size_t i = 0; i < style.size(); ++i) {
    points_.clear();
    for (std::size_t k = 0; k < style[i].points.size(); ++k) {
      const Point from = style[i].points[k];
      const Point to = other[i].points[k];
      const float x = from.x + share * (to.x - from.x) + approximate_normal(random) * wobble;
      const float y = from.y + share * (to.y - from.y) + approximate_normal(random) * wobble;
      points_.push_back(transform.place({x, y}));
    }
    path_.clear();
    append_spline(points_, style[i].closed, kPieces, path_);
    draw_path(pen);
  }
  paint(uniform(random, options_.min_brightness, 1.0));
}

void GlyphPainter::draw_digit(Random& random, std::uint16_t label) {
  if (random.chance(options_.careless)) {
    const std::span<const GlyphConfusion> pairs = glyph_confusions(label);
    const auto& pair = pairs[static_cast<std::size_t>(random.below(pairs.size()))];
    draw_style(random, pair.own, pair.other, uniform(random, 0, options_.max_morph));
  } else {
    const std::span<const GlyphStyle> styles = glyph_styles(label);
    const GlyphStyle style = styles[static_cast<std::size_t>(random.below(styles.size()))];
    draw_style(random, style, style, 0);
  }
}

// A short curved stroke that belongs to no digit.
void GlyphPainter::draw_stray(Random& random) {
  const float side = static_cast<float>(kGlyphSide);
  Point at{uniform(random, 0, side), uniform(random, 0, side)};
  float dx = uniform(random, -5, 5), dy = uniform(random, -5, 5);
  points_.clear();
  for (int i = 0; i < 3; ++i) {
    points_.push_back(at);
    at = {at.x + dx, at.y + dy};
    dx += uniform(random, -3, 3);
    dy += uniform(random, -3, 3);
  }
  path_.clear();
  append_spline(points_, false, kPieces, path_);
  Pen pen(random, options_);
  pen.radius *= 0.8f;
  draw_path(pen);
  paint(uniform(random, 0.2, 0.9));
}

void GlyphPainter::draw_path(const Pen& pen) {
  if (path_.size() < 2) return;
  float radius = pen.radius_along(path_[0], path_[1]);
  for (std::size_t i = 1; i < path_.size(); ++i) {
    const float next = pen.radius_along(path_[i - 1], path_[i]);
    raster_.add_capsule(path_[i - 1], path_[i], radius, next);
    radius = next;
  }
}

void GlyphPainter::paint(float level) {
  const StrokeRaster::Box box = raster_.box();
  for (std::size_t row = box.first_row; row < box.end_row; ++row) {
    const float* coverage = raster_.row(row);
    float* levels = levels_.data() + row * kGlyphSide;
    for (std::size_t column = box.first_column; column < box.end_column; ++column) {
      levels[column] += coverage[column] * (level - levels[column]);
    }
  }
  raster_.clear();
}

}  // namespace

std::uint16_t glyph_label(std::uint64_t seed, std::uint64_t index) {
  return classes_of_ten(seed, index / kGlyphClasses)[index % kGlyphClasses];
}

void draw_glyph(std::uint64_t seed, std::uint64_t index, const GlyphOptions& options,
                std::uint8_t* image) {
  GlyphPainter(seed, options).draw(index, glyph_label(seed, index), image);
}

Dataset glyphs(std::size_t count, std::uint64_t seed, const GlyphOptions& options,
               std::uint64_t stored_bytes) {
  Dataset dataset;
  dataset.image_shape = {kGlyphSide, kGlyphSide, 1};
  dataset.classes = kGlyphClasses;
  dataset.class_names = numbered_class_names(kGlyphClasses);
  check_dataset_memory(count, dataset.image_shape);
  dataset.labels.resize(count);
  std::array<std::uint16_t, kGlyphClasses> order{};
  for (std::size_t i = 0; i < count; ++i) {
    if (i % kGlyphClasses == 0) order = classes_of_ten(seed, i / kGlyphClasses);
    dataset.labels[i] = order[i % kGlyphClasses];
  }
  add_images(dataset, std::make_shared<GlyphPainter>(seed, options), stored_bytes);
  return dataset;
}

}  // namespace anneal
