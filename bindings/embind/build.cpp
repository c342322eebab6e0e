#include "bindings/embind/build.h"

#include <malloc.h>

#include <algorithm>
#include <cstddef>

#include "experiment/schema.h"
#include "training/threads.h"

namespace anneal::bindings {

Json build_json() {
  Json features = Json::array();
#ifdef __wasm_simd128__
  features.push_back("simd128");
#endif
#ifdef __wasm_relaxed_simd__
  features.push_back("relaxed-simd");
#endif
#ifdef __EMSCRIPTEN_PTHREADS__
  features.push_back("threads");
#endif
  return {{"name", ANNEAL_BUILD_NAME}, {"version", ANNEAL_VERSION}, {"features", features}};
}

Text build_text() { return to_js_text(to_text(build_json())); }

Text schema_text() { return to_js_text(to_text(schema())); }

// mallinfo counts in an int, which a heap beyond 2 GiB turns negative.
double allocated_bytes() { return static_cast<double>(static_cast<unsigned>(mallinfo().uordblks)); }

double current_thread_count() { return static_cast<double>(threads()); }

void set_current_thread_count(double count) {
  set_threads(static_cast<std::size_t>(std::clamp(count, 1.0, static_cast<double>(max_threads()))));
}

}  // namespace anneal::bindings
