#include "data/glyph_strokes.h"

#include <array>

namespace anneal {

namespace {

// A corner ends one stroke and starts another at the same point, because the spline is smooth
// within a stroke.

constexpr Point kZeroOval[] = {{50, 2},   {82, 22},  {91, 70}, {82, 118},
                               {50, 138}, {18, 118}, {9, 70},  {18, 22}};
constexpr Point kZeroNarrow[] = {{52, 2},   {74, 26},  {78, 72}, {68, 118},
                                 {46, 138}, {26, 114}, {22, 68}, {32, 22}};
constexpr Point kZeroOpen[] = {{60, 5},   {26, 16}, {9, 66},  {20, 120}, {52, 138},
                               {86, 112}, {91, 58}, {74, 16}, {44, 4},   {32, 16}};
constexpr GlyphStroke kZero1[] = {{kZeroOval, true}};
constexpr GlyphStroke kZero2[] = {{kZeroNarrow, true}};
constexpr GlyphStroke kZero3[] = {{kZeroOpen, false}};

constexpr Point kOneBar[] = {{52, 2}, {50, 70}, {49, 138}};
constexpr Point kOneFlag[] = {{24, 36}, {42, 22}, {56, 3}};
constexpr Point kOneStem[] = {{56, 3}, {55, 70}, {54, 138}};
constexpr Point kOneFoot[] = {{26, 137}, {82, 136}};
constexpr GlyphStroke kOne1[] = {{kOneBar, false}};
constexpr GlyphStroke kOne2[] = {{kOneFlag, false}, {kOneStem, false}};
constexpr GlyphStroke kOne3[] = {{kOneFlag, false}, {kOneStem, false}, {kOneFoot, false}};

constexpr Point kTwoArch[] = {{13, 36}, {26, 10}, {54, 2}, {80, 16}, {82, 46}, {56, 86}, {13, 134}};
constexpr Point kTwoBase[] = {{13, 134}, {90, 132}};
constexpr Point kTwoLooped[] = {{14, 30},  {34, 6},   {66, 6},   {82, 34},  {66, 76}, {36, 120},
                                {18, 130}, {14, 114}, {34, 108}, {60, 126}, {92, 130}};
constexpr Point kTwoSwan[] = {{16, 28}, {46, 4}, {76, 20}, {74, 54}, {46, 98}, {16, 132}};
constexpr Point kTwoWave[] = {{16, 132}, {40, 122}, {66, 134}, {90, 126}};
constexpr GlyphStroke kTwo1[] = {{kTwoArch, false}, {kTwoBase, false}};
constexpr GlyphStroke kTwo2[] = {{kTwoLooped, false}};
constexpr GlyphStroke kTwo3[] = {{kTwoSwan, false}, {kTwoWave, false}};

constexpr Point kThreeTop[] = {{15, 22}, {42, 2}, {74, 14}, {74, 46}, {40, 65}};
constexpr Point kThreeBelly[] = {{40, 65}, {78, 78}, {87, 108}, {60, 136}, {26, 133}, {9, 112}};
constexpr Point kThreeRoof[] = {{14, 6}, {84, 6}};
constexpr Point kThreeSlant[] = {{84, 6}, {42, 58}};
constexpr Point kThreeBowl[] = {{42, 58}, {78, 68}, {88, 102}, {64, 134}, {30, 136}, {10, 116}};
constexpr GlyphStroke kThree1[] = {{kThreeTop, false}, {kThreeBelly, false}};
constexpr GlyphStroke kThree2[] = {{kThreeRoof, false}, {kThreeSlant, false}, {kThreeBowl, false}};

constexpr Point kFourArm[] = {{30, 4}, {22, 46}, {11, 88}};
constexpr Point kFourBar[] = {{11, 88}, {92, 85}};
constexpr Point kFourStem[] = {{71, 30}, {69, 84}, {66, 138}};
constexpr Point kFourSlant[] = {{66, 2}, {8, 94}};
constexpr Point kFourFloor[] = {{8, 94}, {96, 93}};
constexpr Point kFourMast[] = {{66, 2}, {66, 138}};
constexpr GlyphStroke kFour1[] = {{kFourArm, false}, {kFourBar, false}, {kFourStem, false}};
constexpr GlyphStroke kFour2[] = {{kFourSlant, false}, {kFourFloor, false}, {kFourMast, false}};

constexpr Point kFiveRoof[] = {{84, 6}, {26, 6}};
constexpr Point kFiveBack[] = {{26, 6}, {19, 64}};
constexpr Point kFiveBelly[] = {{19, 64},  {50, 52},  {82, 68}, {87, 104},
                                {62, 135}, {30, 136}, {9, 118}};
constexpr Point kFiveSnake[] = {{84, 8},  {50, 3},   {24, 14},  {22, 46},  {48, 60},
                                {80, 76}, {86, 106}, {60, 135}, {26, 134}, {9, 120}};
constexpr GlyphStroke kFive1[] = {{kFiveRoof, false}, {kFiveBack, false}, {kFiveBelly, false}};
constexpr GlyphStroke kFive2[] = {{kFiveSnake, false}};

constexpr Point kSixCurl[] = {{74, 6},   {38, 32}, {13, 84}, {20, 124}, {50, 138},
                              {82, 118}, {80, 86}, {52, 70}, {24, 84},  {15, 106}};
constexpr Point kSixBack[] = {{60, 2},   {32, 50}, {15, 96}, {28, 132}, {60, 136},
                              {83, 110}, {70, 82}, {42, 78}, {20, 98}};
constexpr Point kSixRound[] = {{80, 18},  {52, 2},   {22, 28}, {10, 82}, {24, 128},
                               {56, 138}, {86, 108}, {68, 70}, {34, 70}, {13, 92}};
constexpr GlyphStroke kSix1[] = {{kSixCurl, false}};
constexpr GlyphStroke kSix2[] = {{kSixBack, false}};
constexpr GlyphStroke kSix3[] = {{kSixRound, false}};

constexpr Point kSevenRoof[] = {{10, 8}, {90, 8}};
constexpr Point kSevenLeg[] = {{90, 8}, {62, 70}, {40, 138}};
constexpr Point kSevenBar[] = {{32, 74}, {82, 70}};
constexpr Point kSevenSerif[] = {{12, 26}, {14, 6}};
constexpr Point kSevenWave[] = {{14, 6}, {46, 12}, {88, 6}};
constexpr Point kSevenCurve[] = {{88, 6}, {60, 52}, {46, 98}, {43, 138}};
constexpr GlyphStroke kSeven1[] = {{kSevenRoof, false}, {kSevenLeg, false}};
constexpr GlyphStroke kSeven2[] = {{kSevenRoof, false}, {kSevenLeg, false}, {kSevenBar, false}};
constexpr GlyphStroke kSeven3[] = {{kSevenSerif, false}, {kSevenWave, false}, {kSevenCurve, false}};

constexpr Point kEightKnot[] = {{78, 22},  {50, 2},   {22, 18},  {26, 46}, {52, 66}, {80, 88},
                                {83, 118}, {50, 138}, {17, 118}, {20, 88}, {48, 66}, {75, 46}};
constexpr Point kEightUpper[] = {{50, 2}, {76, 16}, {76, 48}, {50, 63}, {24, 48}, {24, 16}};
constexpr Point kEightLower[] = {{50, 63}, {82, 80}, {83, 120}, {50, 138}, {17, 120}, {18, 80}};
constexpr GlyphStroke kEight1[] = {{kEightKnot, true}};
constexpr GlyphStroke kEight2[] = {{kEightUpper, true}, {kEightLower, true}};

constexpr Point kNineLoop[] = {{82, 30}, {60, 4}, {28, 8}, {14, 38}, {30, 68}, {62, 64}};
constexpr Point kNineStem[] = {{84, 8}, {82, 70}, {77, 138}};
constexpr Point kNineTail[] = {{80, 34}, {58, 3},  {22, 14},  {17, 50},  {44, 70}, {72, 56},
                               {82, 26}, {85, 76}, {68, 126}, {36, 137}, {17, 124}};
constexpr Point kNineFlick[] = {{84, 8}, {78, 74}, {48, 138}};
constexpr GlyphStroke kNine1[] = {{kNineLoop, true}, {kNineStem, false}};
constexpr GlyphStroke kNine2[] = {{kNineTail, false}};
constexpr GlyphStroke kNine3[] = {{kNineLoop, true}, {kNineFlick, false}};

constexpr GlyphStyle kZero[] = {kZero1, kZero2, kZero3};
constexpr GlyphStyle kOne[] = {kOne1, kOne2, kOne3};
constexpr GlyphStyle kTwo[] = {kTwo1, kTwo2, kTwo3};
constexpr GlyphStyle kThree[] = {kThree1, kThree2};
constexpr GlyphStyle kFour[] = {kFour1, kFour2};
constexpr GlyphStyle kFive[] = {kFive1, kFive2};
constexpr GlyphStyle kSix[] = {kSix1, kSix2, kSix3};
constexpr GlyphStyle kSeven[] = {kSeven1, kSeven2, kSeven3};
constexpr GlyphStyle kEight[] = {kEight1, kEight2};
constexpr GlyphStyle kNine[] = {kNine1, kNine2, kNine3};

constexpr std::array<std::span<const GlyphStyle>, 10> kDigits = {
    kZero, kOne, kTwo, kThree, kFour, kFive, kSix, kSeven, kEight, kNine};

// Pairs of digits with the same points in other positions.

constexpr Point kOneLikeSeven1[] = {{24, 36}, {42, 22}, {56, 3}};
constexpr Point kSevenLikeOne1[] = {{10, 12}, {50, 8}, {90, 8}};
constexpr Point kOneLikeSeven2[] = {{56, 3}, {55, 70}, {54, 138}};
constexpr Point kSevenLikeOne2[] = {{90, 8}, {62, 70}, {42, 138}};
constexpr GlyphStroke kOneLikeSeven[] = {{kOneLikeSeven1, false}, {kOneLikeSeven2, false}};
constexpr GlyphStroke kSevenLikeOne[] = {{kSevenLikeOne1, false}, {kSevenLikeOne2, false}};

constexpr Point kFourLikeNine1[] = {{26, 4}, {22, 26}, {17, 50}, {14, 82}, {50, 90}, {92, 85}};
constexpr Point kNineLikeFour1[] = {{84, 14}, {54, 2}, {20, 14}, {15, 46}, {40, 68}, {83, 52}};
constexpr Point kFourLikeNine2[] = {{73, 26}, {70, 84}, {66, 138}};
constexpr Point kNineLikeFour2[] = {{84, 14}, {82, 70}, {76, 138}};
constexpr GlyphStroke kFourLikeNine[] = {{kFourLikeNine1, false}, {kFourLikeNine2, false}};
constexpr GlyphStroke kNineLikeFour[] = {{kNineLikeFour1, false}, {kNineLikeFour2, false}};

constexpr Point kThreeLikeEight1[] = {{14, 28}, {24, 9}, {50, 2}, {76, 16}, {74, 46}, {40, 65}};
constexpr Point kEightLikeThree1[] = {{46, 62}, {22, 34}, {48, 2}, {78, 16}, {74, 44}, {44, 64}};
constexpr Point kThreeLikeEight2[] = {{40, 65},  {80, 80},  {87, 110},
                                      {58, 137}, {24, 132}, {9, 112}};
constexpr Point kEightLikeThree2[] = {{44, 64},  {82, 86},  {83, 118},
                                      {50, 138}, {17, 114}, {42, 66}};
constexpr GlyphStroke kThreeLikeEight[] = {{kThreeLikeEight1, false}, {kThreeLikeEight2, false}};
constexpr GlyphStroke kEightLikeThree[] = {{kEightLikeThree1, false}, {kEightLikeThree2, false}};

constexpr Point kFiveLikeSix1[] = {{84, 8},  {50, 3},   {24, 14},  {22, 46},  {48, 60},
                                   {80, 76}, {86, 106}, {60, 135}, {26, 134}, {9, 120}};
constexpr Point kSixLikeFive1[] = {{80, 12}, {50, 3},   {24, 24},  {13, 68},  {46, 64},
                                   {80, 82}, {84, 110}, {54, 138}, {18, 124}, {13, 70}};
constexpr GlyphStroke kFiveLikeSix[] = {{kFiveLikeSix1, false}};
constexpr GlyphStroke kSixLikeFive[] = {{kSixLikeFive1, false}};

constexpr GlyphStroke kZeroLikeSix[] = {{kZeroOpen, false}};
constexpr GlyphStroke kSixLikeZero[] = {{kSixCurl, false}};

constexpr Point kSevenLikeTwo1[] = {{12, 18}, {26, 8},  {54, 6},  {86, 8},
                                    {80, 34}, {62, 76}, {42, 136}};
constexpr Point kSevenLikeTwo2[] = {{42, 136}, {45, 137}};
constexpr GlyphStroke kTwoLikeSeven[] = {{kTwoArch, false}, {kTwoBase, false}};
constexpr GlyphStroke kSevenLikeTwo[] = {{kSevenLikeTwo1, false}, {kSevenLikeTwo2, false}};

constexpr Point kFiveLikeThree1[] = {{26, 6}, {84, 6}};
constexpr Point kFiveLikeThree3[] = {{19, 64}, {66, 56}, {88, 92}, {64, 134}, {30, 136}, {10, 116}};
constexpr GlyphStroke kThreeLikeFive[] = {
    {kThreeRoof, false}, {kThreeSlant, false}, {kThreeBowl, false}};
constexpr GlyphStroke kFiveLikeThree[] = {
    {kFiveLikeThree1, false}, {kFiveBack, false}, {kFiveLikeThree3, false}};

constexpr GlyphConfusion kZeroConfused[] = {{kZeroLikeSix, kSixLikeZero}};
constexpr GlyphConfusion kOneConfused[] = {{kOneLikeSeven, kSevenLikeOne}};
constexpr GlyphConfusion kTwoConfused[] = {{kTwoLikeSeven, kSevenLikeTwo}};
constexpr GlyphConfusion kThreeConfused[] = {{kThreeLikeEight, kEightLikeThree},
                                             {kThreeLikeFive, kFiveLikeThree}};
constexpr GlyphConfusion kFourConfused[] = {{kFourLikeNine, kNineLikeFour}};
constexpr GlyphConfusion kFiveConfused[] = {{kFiveLikeSix, kSixLikeFive},
                                            {kFiveLikeThree, kThreeLikeFive}};
constexpr GlyphConfusion kSixConfused[] = {{kSixLikeFive, kFiveLikeSix},
                                           {kSixLikeZero, kZeroLikeSix}};
constexpr GlyphConfusion kSevenConfused[] = {{kSevenLikeOne, kOneLikeSeven},
                                             {kSevenLikeTwo, kTwoLikeSeven}};
constexpr GlyphConfusion kEightConfused[] = {{kEightLikeThree, kThreeLikeEight}};
constexpr GlyphConfusion kNineConfused[] = {{kNineLikeFour, kFourLikeNine}};

constexpr std::array<std::span<const GlyphConfusion>, 10> kConfusions = {
    kZeroConfused, kOneConfused, kTwoConfused,   kThreeConfused, kFourConfused,
    kFiveConfused, kSixConfused, kSevenConfused, kEightConfused, kNineConfused};

}  // namespace

std::span<const GlyphConfusion> glyph_confusions(std::size_t digit) { return kConfusions[digit]; }

std::span<const GlyphStyle> glyph_styles(std::size_t digit) { return kDigits[digit]; }

}  // namespace anneal
