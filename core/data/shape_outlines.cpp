#include "data/shape_outlines.h"

#include <array>

namespace anneal {

namespace {

// Outlines of straight edges.
constexpr Point kSquare[] = {{-.72f, -.72f}, {.72f, -.72f}, {.72f, .72f}, {-.72f, .72f}};
constexpr Point kTriangle[] = {{0, -.95f}, {.85f, .62f}, {-.85f, .62f}};
constexpr Point kStar[] = {{0, -1},  {.24f, -.32f}, {.95f, -.31f}, {.38f, .12f},   {.59f, .81f},
                           {0, .4f}, {-.59f, .81f}, {-.38f, .12f}, {-.95f, -.31f}, {-.24f, -.32f}};
constexpr Point kCross[] = {{-.3f, -.95f}, {.3f, -.95f}, {.3f, -.3f},   {.95f, -.3f},
                            {.95f, .3f},   {.3f, .3f},   {.3f, .95f},   {-.3f, .95f},
                            {-.3f, .3f},   {-.95f, .3f}, {-.95f, -.3f}, {-.3f, -.3f}};
constexpr Point kArrow[] = {{0, -.98f},   {.72f, -.15f},  {.27f, -.15f}, {.27f, .9f},
                            {-.27f, .9f}, {-.27f, -.15f}, {-.72f, -.15f}};
constexpr Point kPentagon[] = {
    {0, -.95f}, {.9f, -.29f}, {.56f, .77f}, {-.56f, .77f}, {-.9f, -.29f}};
constexpr Point kRhombus[] = {{0, -1}, {.55f, 0}, {0, 1}, {-.55f, 0}};
constexpr Point kBolt[] = {{.18f, -1},    {-.62f, .12f}, {-.06f, .12f},
                           {-.22f, .98f}, {.62f, -.2f},  {.06f, -.2f}};
constexpr Point kFrame[] = {{-.8f, -.8f}, {.8f, -.8f}, {.8f, .8f}, {-.8f, .8f}};
constexpr Point kFrameHole[] = {{-.4f, -.4f}, {-.4f, .4f}, {.4f, .4f}, {.4f, -.4f}};
constexpr Point kTee[] = {{-.85f, -.85f}, {.85f, -.85f}, {.85f, -.3f},  {.28f, -.3f},
                          {.28f, .9f},    {-.28f, .9f},  {-.28f, -.3f}, {-.85f, -.3f}};
constexpr Point kEll[] = {{-.7f, -.9f}, {-.12f, -.9f}, {-.12f, .32f},
                          {.75f, .32f}, {.75f, .9f},   {-.7f, .9f}};
constexpr Point kChevron[] = {{-.9f, .1f}, {0, -.8f}, {.9f, .1f},
                              {.9f, .78f}, {0, -.1f}, {-.9f, .78f}};

// Smooth outlines and pieces.
constexpr Point kCircle[] = {{0, -.9f}, {.636f, -.636f}, {.9f, 0},  {.636f, .636f},
                             {0, .9f},  {-.636f, .636f}, {-.9f, 0}, {-.636f, -.636f}};
constexpr Point kRingHole[] = {{0, -.45f}, {-.318f, -.318f}, {-.45f, 0}, {-.318f, .318f},
                               {0, .45f},  {.318f, .318f},   {.45f, 0},  {.318f, -.318f}};
constexpr Point kEllipse[] = {{0, -.5f}, {.672f, -.354f}, {.95f, 0},  {.672f, .354f},
                              {0, .5f},  {-.672f, .354f}, {-.95f, 0}, {-.672f, -.354f}};
constexpr Point kHeartRight[] = {{0, -.42f}, {.38f, -.84f}, {.86f, -.58f}, {.76f, .02f}, {0, .9f}};
constexpr Point kHeartLeft[] = {
    {0, .9f}, {-.76f, .02f}, {-.86f, -.58f}, {-.38f, -.84f}, {0, -.42f}};
constexpr Point kMoonOuter[] = {
    {.38f, -.9f}, {-.32f, -.76f}, {-.72f, 0}, {-.32f, .76f}, {.38f, .9f}};
constexpr Point kMoonInner[] = {{.38f, .9f}, {.02f, .45f}, {-.08f, 0}, {.02f, -.45f}, {.38f, -.9f}};
constexpr Point kDropRight[] = {{0, -1}, {.3f, -.3f}, {.62f, .3f}, {.42f, .78f}, {0, .93f}};
constexpr Point kDropLeft[] = {{0, .93f}, {-.42f, .78f}, {-.62f, .3f}, {-.3f, -.3f}, {0, -1}};
constexpr Point kDome[] = {{-.92f, .45f}, {-.66f, -.2f}, {0, -.48f}, {.66f, -.2f}, {.92f, .45f}};
constexpr Point kDomeFloor[] = {{.92f, .45f}, {-.92f, .45f}};
constexpr Point kClover[] = {{0, -.95f}, {.4f, -.62f},  {.25f, -.25f},  {.62f, -.4f},
                             {.95f, 0},  {.62f, .4f},   {.25f, .25f},   {.4f, .62f},
                             {0, .95f},  {-.4f, .62f},  {-.25f, .25f},  {-.62f, .4f},
                             {-.95f, 0}, {-.62f, -.4f}, {-.25f, -.25f}, {-.4f, -.62f}};

template <const auto& points>
constexpr OutlinePiece kStraight[] = {{points, false, false}};
template <const auto& points>
constexpr OutlinePiece kSmooth[] = {{points, true, true}};
constexpr OutlinePiece kHeart[] = {{kHeartRight, true, false}, {kHeartLeft, true, false}};
constexpr OutlinePiece kMoon[] = {{kMoonOuter, true, false}, {kMoonInner, true, false}};
constexpr OutlinePiece kDrop[] = {{kDropRight, true, false}, {kDropLeft, true, false}};
constexpr OutlinePiece kHalf[] = {{kDome, true, false}, {kDomeFloor, false, false}};

template <const auto&... pieces>
constexpr Outline kOutlines[] = {pieces...};

constexpr std::array<ShapeFigure, kShapeFigures> kFigures = {{
    {"circle", kOutlines<kSmooth<kCircle>>},
    {"square", kOutlines<kStraight<kSquare>>},
    {"triangle", kOutlines<kStraight<kTriangle>>},
    {"star", kOutlines<kStraight<kStar>>},
    {"cross", kOutlines<kStraight<kCross>>},
    {"ring", kOutlines<kSmooth<kCircle>, kSmooth<kRingHole>>},
    {"heart", kOutlines<kHeart>},
    {"moon", kOutlines<kMoon>},
    {"arrow", kOutlines<kStraight<kArrow>>},
    {"rhombus", kOutlines<kStraight<kRhombus>>},
    {"drop", kOutlines<kDrop>},
    {"pentagon", kOutlines<kStraight<kPentagon>>},
    {"bolt", kOutlines<kStraight<kBolt>>},
    {"frame", kOutlines<kStraight<kFrame>, kStraight<kFrameHole>>},
    {"tee", kOutlines<kStraight<kTee>>},
    {"ell", kOutlines<kStraight<kEll>>},
    {"chevron", kOutlines<kStraight<kChevron>>},
    {"dome", kOutlines<kHalf>},
    {"clover", kOutlines<kSmooth<kClover>>},
    {"ellipse", kOutlines<kSmooth<kEllipse>>},
}};

}  // namespace

const ShapeFigure& shape_figure(std::size_t index) { return kFigures[index]; }

void append_outline(Outline outline, std::size_t pieces, std::vector<Point>& path) {
  for (const OutlinePiece& piece : outline) {
    if (piece.smooth) {
      append_spline(piece.points, piece.closed, pieces, path);
    } else {
      path.insert(path.end(), piece.points.begin(), piece.points.end());
    }
  }
}

}  // namespace anneal
