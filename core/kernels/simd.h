// The vector type of the kernels, and operations that xsimd lacks for some targets, such as the
// fused multiply-add of relaxed WebAssembly SIMD.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <type_traits>
#include <xsimd/config/xsimd_config.hpp>

// A build without SIMD uses the emulated vectors of xsimd. xsimd assumes that every WebAssembly
// target has SIMD, and its headers would require it.
#if XSIMD_WITH_EMULATED
#undef XSIMD_WITH_WASM
#define XSIMD_WITH_WASM 0
#endif
#include <xsimd/xsimd.hpp>

#if defined(__wasm_relaxed_simd__)
#include <wasm_simd128.h>
#endif

namespace anneal::kernels {

#if XSIMD_WITH_EMULATED
// Two floats or one double per vector, so that the kernels need no changes.
using DefaultArch = xsimd::emulated<64>;
#else
using DefaultArch = xsimd::default_arch;
#endif

template <class T, class Arch = DefaultArch>
using Vector = xsimd::batch<T, Arch>;

// a * b + c: rounded once where the target has a fused instruction, else twice.
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

// Integers as wide as T, as many as a vector of T has lanes.
template <class T>
using Integers = xsimd::batch<xsimd::as_integer_t<T>, DefaultArch>;

// Conversion from and to bytes, which xsimd lacks. store_bytes keeps the lowest eight bits.
template <class T>
inline Integers<T> load_bytes(const std::uint8_t* bytes) {
  using Integer = xsimd::as_integer_t<T>;
  constexpr std::size_t width = Vector<T>::size;
  typedef std::uint8_t Bytes __attribute__((vector_size(width)));
  typedef Integer Numbers __attribute__((vector_size(width * sizeof(Integer))));
  Bytes packed;
  std::memcpy(&packed, bytes, sizeof packed);
  const Numbers wide = __builtin_convertvector(packed, Numbers);
  Integer numbers[width];
  std::memcpy(numbers, &wide, sizeof wide);
  return Integers<T>::load_unaligned(numbers);
}

template <class T>
inline void store_bytes(Integers<T> vector, std::uint8_t* bytes) {
  using Integer = xsimd::as_integer_t<T>;
  constexpr std::size_t width = Vector<T>::size;
  typedef std::uint8_t Bytes __attribute__((vector_size(width)));
  typedef Integer Numbers __attribute__((vector_size(width * sizeof(Integer))));
  Integer numbers[width];
  vector.store_unaligned(numbers);
  Numbers wide;
  std::memcpy(&wide, numbers, sizeof wide);
  const Bytes packed = __builtin_convertvector(wide, Bytes);
  std::memcpy(bytes, &packed, sizeof packed);
}

}  // namespace anneal::kernels
