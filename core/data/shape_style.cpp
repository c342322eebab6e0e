#include "data/shape_style.h"

#include <algorithm>
#include <string_view>

#include "data/shape_outlines.h"

namespace anneal {

namespace {

struct NamedColour {
  std::string_view name;
  Colour colour;
};

constexpr std::array<NamedColour, kShapeColours> kColours = {{{"red", {.88f, .16f, .14f}},
                                                              {"orange", {.96f, .55f, .10f}},
                                                              {"yellow", {.97f, .87f, .20f}},
                                                              {"green", {.18f, .66f, .25f}},
                                                              {"turquoise", {.15f, .74f, .70f}},
                                                              {"blue", {.16f, .36f, .86f}},
                                                              {"violet", {.54f, .24f, .78f}},
                                                              {"pink", {.95f, .50f, .72f}},
                                                              {"brown", {.50f, .30f, .15f}},
                                                              {"white", {.95f, .95f, .92f}}}};

constexpr std::array<std::string_view, kShapePatterns> kPatterns = {"plain", "striped", "checked",
                                                                    "bordered", "shaded"};

// A smooth wave between 0 and 1 with period 1, soft enough for small images.
float wave(float x) {
  const float cell = static_cast<float>(static_cast<int>(x + 64)) - 64;
  const float tooth = x - cell < 0.5f ? x - cell : 1 - (x - cell);  // 0 .. 0.5
  return std::clamp(6 * (tooth - 0.25f) + 0.5f, 0.0f, 1.0f);
}

constexpr std::size_t kColouredFigures = kShapeFigures * kShapeColours;

}  // namespace

ShapeStyle shape_style(std::size_t label, std::size_t classes, Random& random) {
  // Both numbers are drawn even if unused, so that the number of classes does not change the rest.
  const auto any_colour = static_cast<std::size_t>(random.below(kShapeColours));
  const auto any_pattern = static_cast<std::size_t>(random.below(kShapePatterns));
  const std::size_t colour =
      classes > kShapeFigures ? label / kShapeFigures % kShapeColours : any_colour;
  const std::size_t pattern = classes > kColouredFigures ? label / kColouredFigures : any_pattern;
  return {label % kShapeFigures, colour, static_cast<ShapePattern>(pattern)};
}

std::string shape_class_name(std::size_t label, std::size_t classes) {
  std::string name(shape_figure(label % kShapeFigures).name);
  if (classes <= kShapeFigures) return name;
  name = std::string(kColours[label / kShapeFigures % kShapeColours].name) + " " + name;
  if (classes <= kColouredFigures) return name;
  return std::string(kPatterns[label / kColouredFigures]) + " " + name;
}

const Colour& shape_colour(std::size_t index) { return kColours[index].colour; }

float pattern_at(ShapePattern pattern, float u, float v) {
  switch (pattern) {
    case ShapePattern::striped:
      return wave(1.6f * (u + v) + 0.25f);
    case ShapePattern::checked: {
      const float a = wave(1.3f * u + 0.25f), b = wave(1.3f * v + 0.25f);
      return a + b - 2 * a * b;
    }
    case ShapePattern::shaded:
      return std::clamp(0.5f + 0.6f * v, 0.0f, 1.0f);
    case ShapePattern::plain:
    case ShapePattern::bordered:
      break;
  }
  return 0;
}

}  // namespace anneal
