#include "layers/initialiser.h"

#include <cmath>

namespace anneal {

template <class T>
void initialise(Tensor<T>& weights, Initialiser initialiser, std::size_t fan_in,
                std::size_t fan_out, Random& random) {
  const InitialiserKind& kind = kInitialisers[static_cast<std::size_t>(initialiser)];
  if (kind.draw == InitialDraw::none) {
    weights.fill(T(0));
    return;
  }
  const double fans =
      static_cast<double>(fan_in) + (kind.with_fan_out ? static_cast<double>(fan_out) : 0.0);
  const double deviation = std::sqrt(kind.gain / fans);
  if (kind.draw == InitialDraw::uniform) {
    const double limit = std::sqrt(3.0) * deviation;
    for (T& weight : weights) weight = static_cast<T>(random.uniform(-limit, limit));
  } else {
    for (T& weight : weights) weight = static_cast<T>(deviation * random.normal());
  }
}

template void initialise(Tensor<float>&, Initialiser, std::size_t, std::size_t, Random&);
template void initialise(Tensor<double>&, Initialiser, std::size_t, std::size_t, Random&);

}  // namespace anneal
