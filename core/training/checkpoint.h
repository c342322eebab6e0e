// A run as one byte string: everything that its next step depends on. A run that is resumed from it
// is bit-identical to one that was never interrupted.
//
// Layout: "ANNEALCP", version (4 bytes), CRC-32 of all that follows it (4), length of the whole
// (8), then a JSON text with its length in front (the experiment as it was at the start, the
// schedule in force, events, names and sizes of the tensors, a checksum of the images), then
// history, position and tensors as they lie in memory, little-endian.
//
// Left out: the images, which the experiment says how to get again, and a half-done evaluation,
// which is begun anew.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "training/trainer.h"

namespace anneal {

// A run that has diverged is written as recover() would leave it.
std::vector<std::uint8_t> write_checkpoint(const Trainer& trainer);

// The experiment of a checkpoint, to get its data by. Throws Error (file) if the bytes are none, of
// a newer version, cut off, too long or altered; the message says which.
Json checkpoint_experiment(std::span<const std::uint8_t> bytes);

// The run, on its data. Throws Error (file) as above, and Error (data) where the images are not
// those that it was trained on.
std::unique_ptr<Trainer> resume(std::span<const std::uint8_t> bytes, RunData data);

}  // namespace anneal
