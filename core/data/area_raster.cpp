#include "data/area_raster.h"

#include <algorithm>
#include <utility>

namespace anneal {

namespace {

// The integral of min(t, 1) over t from 0 to `x`; 0 for negative x.
float ramp_integral(float x) {
  if (x <= 0) return 0;
  return x < 1 ? 0.5f * x * x : x - 0.5f;
}

// For an edge that crosses a row from x = `left` to `right`: the mean share of the pixel with the
// right side at x = `side` that lies to the right of the edge.
float share_right_of(float left, float right, float side) {
  const float width = right - left;
  if (width < 1e-3f) return std::clamp(side - 0.5f * (left + right), 0.0f, 1.0f);
  return (ramp_integral(side - left) - ramp_integral(side - right)) / width;
}

}  // namespace

AreaRaster::AreaRaster(std::size_t height, std::size_t width)
    : height_(height),
      width_(width),
      stride_(width + 1),
      cells_(height * stride_, 0.0f),
      box_{height, 0, width, 0} {}

void AreaRaster::add_outline(std::span<const Point> points) {
  for (std::size_t i = 0; i < points.size(); ++i) {
    add_edge(points[i], points[(i + 1) % points.size()]);
  }
}

void AreaRaster::add_edge(Point from, Point to) {
  const float sign = from.y < to.y ? 1.0f : -1.0f;
  if (from.y > to.y) std::swap(from, to);
  const float rows = static_cast<float>(height_);
  const float columns = static_cast<float>(width_);
  // From here on the origin is the corner of the first pixel.
  const float top = std::clamp(from.y + 0.5f, 0.0f, rows);
  const float bottom = std::clamp(to.y + 0.5f, 0.0f, rows);
  if (!(top < bottom)) return;
  const float slope = (to.x - from.x) / (to.y - from.y);
  const auto x_at = [&](float y) {
    return std::clamp(from.x + 0.5f + slope * (y - 0.5f - from.y), 0.0f, columns);
  };
  const auto first_row = static_cast<std::size_t>(top);
  float y = top;
  float x = x_at(top);
  std::size_t row = first_row;
  float least = x, most = x;
  for (; row < height_ && y < bottom; ++row) {
    const float next_y = std::min(static_cast<float>(row + 1), bottom);
    const float next_x = x_at(next_y);
    add_to_row(cells_.data() + row * stride_, x, next_x, sign * (next_y - y));
    least = std::min(least, next_x);
    most = std::max(most, next_x);
    y = next_y;
    x = next_x;
  }
  box_.first_row = std::min(box_.first_row, first_row);
  box_.end_row = std::max(box_.end_row, row);
  box_.first_column = std::min(box_.first_column, static_cast<std::size_t>(least));
  // The last difference is stored one pixel after the one where the edge ends.
  box_.end_column = std::max(box_.end_column, std::min(static_cast<std::size_t>(most) + 2, width_));
}

void AreaRaster::add_to_row(float* cells, float from_x, float to_x, float height) {
  const float left = std::min(from_x, to_x);
  const float right = std::max(from_x, to_x);
  auto column = static_cast<std::size_t>(left);
  float before = 0;
  for (; column < width_; ++column) {
    const float side = static_cast<float>(column + 1);
    const float share = share_right_of(left, right, side);
    cells[column] += height * (share - before);
    before = share;
    if (side >= right) {
      ++column;
      break;
    }
  }
  cells[column] += height * (1 - before);
}

void AreaRaster::finish() {
  for (std::size_t row = box_.first_row; row < box_.end_row; ++row) {
    float* cells = cells_.data() + row * stride_;
    float inside = 0;
    for (std::size_t column = box_.first_column; column < box_.end_column; ++column) {
      inside += cells[column];
      cells[column] = std::min(inside < 0 ? -inside : inside, 1.0f);
    }
  }
}

void AreaRaster::clear() {
  for (std::size_t row = box_.first_row; row < box_.end_row; ++row) {
    float* cells = cells_.data() + row * stride_;
    std::fill(cells + box_.first_column, cells + box_.end_column + 1, 0.0f);
  }
  box_ = {height_, 0, width_, 0};
}

}  // namespace anneal
