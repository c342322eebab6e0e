// The tensor type: an xtensor array in row-major order. Its storage starts on a cache line, so that
// kernels may use aligned loads of any width.
#pragma once

#include <cstddef>
#include <new>
#include <xtensor/xarray.hpp>

#include "tensor/shape.h"

namespace anneal {

inline constexpr std::size_t kCacheLine = 64;

template <class T>
struct AlignedAllocator {
  using value_type = T;

  AlignedAllocator() = default;
  template <class U>
  AlignedAllocator(const AlignedAllocator<U>&) {}

  T* allocate(std::size_t count) {
    return static_cast<T*>(::operator new(count * sizeof(T), std::align_val_t{kCacheLine}));
  }
  void deallocate(T* pointer, std::size_t) {
    ::operator delete(pointer, std::align_val_t{kCacheLine});
  }

  friend bool operator==(const AlignedAllocator&, const AlignedAllocator&) { return true; }
};

template <class T>
using Tensor = xt::xarray<T, xt::layout_type::row_major, AlignedAllocator<T>>;

// A tensor of shape `shape`, filled with zeros.
template <class T>
Tensor<T> zeros(const Shape& shape) {
  return Tensor<T>(typename Tensor<T>::shape_type(shape.begin(), shape.end()), T(0));
}

template <class T>
Shape shape_of(const Tensor<T>& tensor) {
  return Shape(tensor.shape().begin(), tensor.shape().end());
}

}  // namespace anneal
