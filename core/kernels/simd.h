// The vector type of the kernels and the one operation on it that xsimd does not have for every
// target: the fused multiply-add of relaxed WebAssembly SIMD.
#pragma once

#include <cstddef>
#include <type_traits>
#include <xsimd/xsimd.hpp>

#if defined(__wasm_relaxed_simd__)
#include <wasm_simd128.h>
#endif

namespace anneal::kernels {

template <class T, class Arch = xsimd::default_arch>
using Vector = xsimd::batch<T, Arch>;

// a * b + c, in one rounding where the target has it in one instruction, in two otherwise.
template <class T, class Arch>
inline Vector<T, Arch> multiply_add(Vector<T, Arch> a, Vector<T, Arch> b, Vector<T, Arch> c) {
#if defined(__wasm_relaxed_simd__)
  if constexpr (std::is_same_v<T, float>) {
    return Vector<T, Arch>(wasm_f32x4_relaxed_madd(a, b, c));
  } else {
    return Vector<T, Arch>(wasm_f64x2_relaxed_madd(a, b, c));
  }
#else
  return xsimd::fma(a, b, c);
#endif
}

}  // namespace anneal::kernels
