#include "data/stroke_raster.h"

#include <algorithm>
#include <cmath>

namespace anneal {

namespace {

// `value` rounded down to a pixel index and clamped to 0 .. end.
std::size_t pixel_from(float value, std::size_t end) {
  if (!(value > 0)) return 0;
  const float limit = static_cast<float>(end);
  return value >= limit ? end : static_cast<std::size_t>(value);
}

}  // namespace

StrokeRaster::StrokeRaster(std::size_t height, std::size_t width)
    : height_(height), width_(width), coverage_(height * width, 0.0f), box_{height, 0, width, 0} {}

void StrokeRaster::add_capsule(Point from, Point to, float from_radius, float to_radius) {
  const float reach = std::max(from_radius, to_radius) + 0.5f;
  const std::size_t first_row = pixel_from(std::min(from.y, to.y) - reach, height_);
  const std::size_t end_row = pixel_from(std::max(from.y, to.y) + reach + 1, height_);
  const std::size_t first_column = pixel_from(std::min(from.x, to.x) - reach, width_);
  const std::size_t end_column = pixel_from(std::max(from.x, to.x) + reach + 1, width_);
  if (first_row >= end_row || first_column >= end_column) return;
  box_ = {std::min(box_.first_row, first_row), std::max(box_.end_row, end_row),
          std::min(box_.first_column, first_column), std::max(box_.end_column, end_column)};

  const float dx = to.x - from.x;
  const float dy = to.y - from.y;
  const float square = dx * dx + dy * dy;
  const float along_x = square > 0 ? dx / square : 0;
  const float along_y = square > 0 ? dy / square : 0;
  const float growth = to_radius - from_radius;
  for (std::size_t row = first_row; row < end_row; ++row) {
    float* cells = coverage_.data() + row * width_;
    const float y = static_cast<float>(row) - from.y;
    for (std::size_t column = first_column; column < end_column; ++column) {
      const float x = static_cast<float>(column) - from.x;
      const float place = std::clamp(x * along_x + y * along_y, 0.0f, 1.0f);
      const float off_x = x - place * dx;
      const float off_y = y - place * dy;
      const float outer = from_radius + place * growth + 0.5f;
      const float distance_square = off_x * off_x + off_y * off_y;
      if (distance_square >= outer * outer) continue;
      const float coverage = std::min(outer - std::sqrt(distance_square), 1.0f);
      cells[column] = std::max(cells[column], coverage);
    }
  }
}

void StrokeRaster::clear() {
  for (std::size_t row = box_.first_row; row < box_.end_row; ++row) {
    float* cells = coverage_.data() + row * width_;
    std::fill(cells + box_.first_column, cells + box_.end_column, 0.0f);
  }
  box_ = {height_, 0, width_, 0};
}

void append_spline(std::span<const Point> points, bool closed, std::size_t pieces,
                   std::vector<Point>& path) {
  const std::size_t count = points.size();
  if (count == 0) return;
  path.push_back(points[0]);
  if (count == 2 && !closed) {
    path.push_back(points[1]);
    return;
  }
  const std::size_t spans = closed ? count : count - 1;
  for (std::size_t i = 0; i < spans; ++i) {
    const Point& b = points[i];
    const Point& c = points[(i + 1) % count];
    const Point& a = i > 0 ? points[i - 1] : (closed ? points[count - 1] : b);
    const Point& d = i + 2 < count ? points[i + 2] : (closed ? points[(i + 2) % count] : c);
    for (std::size_t piece = 1; piece <= pieces; ++piece) {
      const float t = static_cast<float>(piece) / static_cast<float>(pieces);
      const auto blend = [t](float p, float q, float r, float s) {
        const float linear = r - p;
        const float quadratic = 2 * p - 5 * q + 4 * r - s;
        const float cubic = 3 * (q - r) + s - p;
        return 0.5f * (2 * q + t * (linear + t * (quadratic + t * cubic)));
      };
      path.push_back({blend(a.x, b.x, c.x, d.x), blend(a.y, b.y, c.y, d.y)});
    }
  }
}

}  // namespace anneal
