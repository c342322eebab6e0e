// Checkpoints: the complete state of a run as one byte string. A resumed run is bit-identical to
// one that was never interrupted.
//
// Layout, little-endian: "ANNEALCP", version (4 bytes), CRC-32 of everything after it (4), length
// of the whole file (8), a JSON text preceded by its length (8) (the experiment as it was at the
// start, the current schedule, names and sizes of the tensors, a checksum of the images), then
// history, events, position and tensors.
//
// Left out: the images, which the experiment describes, and an unfinished evaluation, which is
// started again.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "training/trainer.h"

namespace anneal {

// A run that has diverged is written in the state after recover().
std::vector<std::uint8_t> write_checkpoint(const Trainer& trainer);

// The experiment document of a checkpoint, needed to make its data. Throws Error (file) where the
// bytes are not a checkpoint, have a newer version, are truncated, too long or altered; the message
// says which.
Json checkpoint_experiment(std::span<const std::uint8_t> bytes);

// Restores the run. Throws Error (file) as above, and Error (data) where the images are not those
// that the run was trained on.
std::unique_ptr<Trainer> resume(std::span<const std::uint8_t> bytes, RunData data);

}  // namespace anneal
