#include "losses/mean_squared_error.h"

namespace anneal {

template <class T>
double mean_squared_error(const T* outputs, const Target& target, double scale, T* gradient) {
  const double classes = static_cast<double>(target.classes);
  double sum = 0;
  for (std::size_t c = 0; c < target.classes; ++c) {
    const double difference = static_cast<double>(outputs[c]) - target[c];
    sum += difference * difference;
    if (gradient != nullptr) gradient[c] = static_cast<T>(2 * difference / classes * scale);
  }
  return sum / classes;
}

template double mean_squared_error(const float*, const Target&, double, float*);
template double mean_squared_error(const double*, const Target&, double, double*);

}  // namespace anneal
