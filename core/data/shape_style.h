// What the classes of the shapes data set mean: which of figure, colour and pattern a class fixes,
// what it is called, and how the patterns look. Left out: drawing.
#pragma once

#include <array>
#include <cstddef>
#include <string>

#include "base/random.h"

namespace anneal {

using Colour = std::array<float, 3>;  // red, green, blue, 0 .. 1

enum class ShapePattern { plain, striped, checked, bordered, shaded };

inline constexpr std::size_t kShapeColours = 10;
inline constexpr std::size_t kShapePatterns = 5;

struct ShapeLook {
  std::size_t figure;  // of shape_figure()
  std::size_t colour;  // of shape_colour()
  ShapePattern pattern;
};

// With up to 20 classes a class is a figure, and colour and pattern are left to chance; with up to
// 200 it is a figure in a colour, beyond that a figure in a colour with a pattern.
ShapeLook shape_look(std::size_t label, std::size_t classes, Random& random);

// "star", "red star" or "striped red star"
std::string shape_class_name(std::size_t label, std::size_t classes);

// Colour 0 .. 9.
const Colour& shape_colour(std::size_t index);

// How much of the dark colour a pattern has, 0 .. 1, at a point of the figure; the figure lies
// within about 1 of the origin. Plain and bordered figures have none.
float pattern_at(ShapePattern pattern, float u, float v);

}  // namespace anneal
