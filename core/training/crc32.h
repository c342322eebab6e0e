// The checksum of checkpoints: CRC-32 as zip, gzip and PNG have it (ISO 3309, polynomial
// 0xEDB88320 reflected). It finds every change of up to 32 neighbouring bits for certain, any other
// with a chance of all but one in four thousand million.
#pragma once

#include <cstdint>
#include <span>

namespace anneal {

// Of `bytes`, after those whose checksum is `before`.
std::uint32_t crc32(std::span<const std::uint8_t> bytes, std::uint32_t before = 0);

}  // namespace anneal
