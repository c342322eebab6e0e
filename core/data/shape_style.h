// The classes of the shapes data set: the figure, colour and pattern of a class, class names, and
// the formulas of the patterns.
#pragma once

#include <array>
#include <cstddef>
#include <string>

#include "base/random.h"

namespace anneal {

using Colour = std::array<float, 3>;  // red, green, blue in [0, 1]

enum class ShapePattern { plain, striped, checked, bordered, shaded };

inline constexpr std::size_t kShapeColours = 10;
inline constexpr std::size_t kShapePatterns = 5;

struct ShapeStyle {
  std::size_t figure;  // index of shape_figure()
  std::size_t colour;  // index of shape_colour()
  ShapePattern pattern;
};

// The style of an image of class `label`. With up to 20 classes, a class is a figure; colour and
// pattern are random. With up to 200, a class is a figure and a colour; with more, a figure, a
// colour and a pattern.
ShapeStyle shape_style(std::size_t label, std::size_t classes, Random& random);

// "star", "red star" or "striped red star"
std::string shape_class_name(std::size_t label, std::size_t classes);

// Colour 0 .. 9.
const Colour& shape_colour(std::size_t index);

// The share of the dark colour, in [0, 1], at a point (u, v) of a figure that lies within about 1
// of the origin. 0 for plain and bordered figures.
float pattern_at(ShapePattern pattern, float u, float v);

}  // namespace anneal
