// CRC-32 as in zip, gzip and PNG (ISO 3309, polynomial 0xEDB88320, reflected). It detects every
// change within 32 consecutive bits, and any other change with a probability of 1 - 2^-32.
#pragma once

#include <cstdint>
#include <span>

namespace anneal {

// The checksum of `bytes`. To checksum data in parts, pass the checksum of the bytes so far as
// `before`.
std::uint32_t crc32(std::span<const std::uint8_t> bytes, std::uint32_t before = 0);

}  // namespace anneal
