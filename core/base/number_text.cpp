#include "base/number_text.h"

#include <cstdio>
#include <cstdlib>

namespace anneal {

// Not std::to_chars: its tables are a fifth of what a visitor of the page fetches of the core.
std::string number_text(double value) {
  constexpr int kFewest = 6, kEnough = 17;  // 17 digits tell any two doubles apart
  char text[32];
  for (int digits = kFewest; digits <= kEnough; ++digits) {
    std::snprintf(text, sizeof text, "%.*g", digits, value);
    if (std::strtod(text, nullptr) == value) break;
  }
  return text;
}

}  // namespace anneal
