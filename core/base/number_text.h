// Numbers as a message says them.
#pragma once

#include <string>

namespace anneal {

// The fewest digits, from six on and without zeros behind, that read back as the same number:
// "0.1", "1e-16", "10". "inf" and "nan" for those.
std::string number_text(double value);

}  // namespace anneal
