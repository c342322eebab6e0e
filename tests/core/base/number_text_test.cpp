#include "base/number_text.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <limits>

namespace anneal {
namespace {

TEST(NumberText, IsAsShortAsItCanBe) {
  EXPECT_EQ(number_text(0), "0");
  EXPECT_EQ(number_text(10), "10");
  EXPECT_EQ(number_text(-0.1), "-0.1");
  EXPECT_EQ(number_text(1e-16), "1e-16");
  EXPECT_EQ(number_text(1'000'000'000), "1e+09");
  EXPECT_EQ(number_text(1'234'567), "1234567");
}

TEST(NumberText, ReadsBackAsTheSameNumber) {
  for (const double value : {1.0 / 3, 0.1 + 0.2, std::nextafter(1.0, 2.0), 1.7976931348623157e308,
                             std::numeric_limits<double>::denorm_min()}) {
    EXPECT_EQ(std::strtod(number_text(value).c_str(), nullptr), value);
  }
}

TEST(NumberText, TellsWhatIsNoNumber) {
  EXPECT_EQ(number_text(std::numeric_limits<double>::infinity()), "inf");
  EXPECT_EQ(number_text(-std::numeric_limits<double>::infinity()), "-inf");
  EXPECT_NE(number_text(std::nan("")).find("nan"), std::string::npos);
}

}  // namespace
}  // namespace anneal
