// Checkpoints: a resumed run is bit-identical to an uninterrupted one, from any point and with any
// optimizer. Every invalid file is refused by name.
#include "training/checkpoint.h"

#include <gtest/gtest.h>

#include <string>

#include "errors.h"
#include "runs.h"
#include "training/crc32.h"

namespace anneal {
namespace {

using testing::history_text;
using testing::kSmall;
using testing::make_trainer;
using testing::parse;
using testing::train_to_end;
using testing::weights;
using Bytes = std::vector<std::uint8_t>;

std::unique_ptr<Trainer> resumed(const Bytes& bytes) {
  return resume(bytes, make_run_data(parse_experiment(checkpoint_experiment(bytes)), {}));
}

std::string refusal(const Bytes& bytes) {
  return testing::refusal_of(ErrorKind::file, [&] { checkpoint_experiment(bytes); });
}

// A document with batch normalisation and dropout. Plateau schedules receive every epoch.
std::string document(const std::string& optimizer, const std::string& schedule) {
  return R"({"version": 1, "seed": 5, "data": {"train": 96, "validation": 40, "augment": {"shift": 2}},
    "network": {"layers": [
      {"type": "conv2d", "filters": 3}, {"type": "batch_norm"}, {"type": "relu"},
      {"type": "global_avg_pool2d"}, {"type": "dropout", "rate": 0.25},
      {"type": "dense", "units": 10}]},
    "optimizer": )" +
         optimizer + R"(, "schedule": )" + schedule +
         R"(, "training": {"epochs": 3, "batch_size": 32}})";
}

class ResumedRuns : public ::testing::TestWithParam<std::string> {};

// After every call of advance(), also during evaluations.
TEST_P(ResumedRuns, AreBitIdenticalFromAnyPoint) {
  Trainer through = make_trainer(parse(GetParam()));
  Trainer interrupted = make_trainer(parse(GetParam()));
  train_to_end(through);
  for (;;) {
    auto run = resumed(write_checkpoint(interrupted));
    EXPECT_EQ(run->steps_done(), interrupted.steps_done());
    EXPECT_EQ(run->evaluating(), interrupted.evaluating());
    train_to_end(*run);
    ASSERT_EQ(history_text(*run), history_text(through))
        << "from step " << interrupted.steps_done();
    ASSERT_EQ(weights(*run), weights(through)) << "from step " << interrupted.steps_done();
    if (interrupted.finished()) break;
    interrupted.advance();
  }
}

INSTANTIATE_TEST_SUITE_P(
    Optimizers, ResumedRuns,
    ::testing::Values(
        document(R"({"type": "sgd", "momentum": 0.9, "nesterov": true, "weight_decay": 0.01})",
                 R"({"type": "plateau", "initial": 0.05, "patience": 0, "factor": 0.5})"),
        document(R"({"type": "adam", "clip_norm": 0.5})",
                 R"({"type": "cosine", "initial": 0.01, "warmup": {"length": 2, "from": 0}})"),
        document(R"({"type": "nadam", "decay_mode": "decoupled", "weight_decay": 0.1})",
                 R"({"type": "constant", "initial": 0.01})"),
        document(R"({"type": "sgd"})", R"({"type": "one_cycle", "peak": 0.1, "momentum": {}})")));

TEST(Checkpoint, KeepsChangesOfTheScheduleAndItsMomentum) {
  const Schedule cycle =
      parse_schedule(parse_json(R"({"type": "one_cycle", "peak": 0.1, "momentum": {}})", ""));
  Experiment experiment = parse(kSmall);
  experiment.optimizer.rule = SgdSettings{};
  Trainer through = make_trainer(experiment);
  testing::train_to(through, 2);
  through.set_schedule(cycle);
  testing::train_to(through, 6);
  through.set_schedule(testing::constant_schedule(0.02));
  testing::train_to(through, 8);
  auto run = resumed(write_checkpoint(through));
  EXPECT_EQ(run->history().events().size(), 2u);
  EXPECT_EQ(to_text(run->document()), to_text(to_json(experiment)));  // as at the start
  train_to_end(through);
  train_to_end(*run);
  EXPECT_EQ(history_text(*run), history_text(through));
  EXPECT_EQ(weights(*run), weights(through));
}

TEST(Checkpoint, KeepsImportedWeights) {
  Trainer trainer = make_trainer();
  trainer.network().parameters()[0]->value *= 0.5f;
  auto run = resumed(write_checkpoint(trainer));
  train_to_end(trainer);
  train_to_end(*run);
  EXPECT_EQ(weights(*run), weights(trainer));
}

TEST(Checkpoint, ADivergedRunIsWrittenAsRecovered) {
  Trainer trainer = make_trainer();
  testing::train_to(trainer, 7);
  trainer.set_schedule(testing::constant_schedule(1e9));
  while (!trainer.divergence()) trainer.advance();
  auto run = resumed(write_checkpoint(trainer));
  EXPECT_EQ(run->divergence(), nullptr);
  EXPECT_EQ(run->history().steps().size(), static_cast<std::size_t>(trainer.steps_done()));
  trainer.recover();
  for (Trainer* each : {&trainer, run.get()}) {
    each->set_schedule(testing::constant_schedule(0.01));
    train_to_end(*each);
  }
  EXPECT_EQ(history_text(*run), history_text(trainer));
}

TEST(Checkpoint, TheSameRunGivesTheSameBytes) {
  Trainer first = make_trainer(), second = make_trainer();
  testing::train_to(first, 6);
  testing::train_to(second, 6);
  EXPECT_EQ(write_checkpoint(first), write_checkpoint(second));
}

TEST(Checkpoint, EveryTruncationIsRefused) {
  Trainer trainer = make_trainer();
  testing::train_to(trainer, 5);
  const Bytes whole = write_checkpoint(trainer);
  for (std::size_t length = 0; length < whole.size(); length += 1 + whole.size() / 97) {
    const Bytes cut(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length));
    EXPECT_NE(refusal(cut).find("cut off"), std::string::npos) << length << ": " << refusal(cut);
  }
  Bytes longer = whole;
  longer.push_back(0);
  EXPECT_EQ(refusal(longer), "checkpoint: altered or too long: " + std::to_string(whole.size()) +
                                 " bytes expected, got " + std::to_string(whole.size() + 1) +
                                 " bytes");
}

TEST(Checkpoint, EveryAlteredByteIsRefused) {
  Trainer trainer = make_trainer();
  testing::train_to(trainer, 5);
  const Bytes whole = write_checkpoint(trainer);
  for (std::size_t at = 0; at < whole.size(); at += at < 64 ? 1 : 1 + whole.size() / 211) {
    Bytes altered = whole;
    altered[at] ^= 0x10;
    EXPECT_NE(refusal(altered), "accepted") << "byte " << at;
  }
  Bytes altered = whole;
  altered[whole.size() / 2] ^= 1;
  EXPECT_EQ(refusal(altered), "checkpoint: altered: its checksum is not that of its bytes");
}

TEST(Checkpoint, NewerVersionsAndOtherFilesAreRefusedByName) {
  Bytes newer = write_checkpoint(make_trainer());
  newer[8] = 2;
  EXPECT_EQ(refusal(newer),
            "checkpoint: written by a newer Anneal: version 2, this one reads up to version 1");
  const std::string text = "{\"version\": 1}, which is an experiment";
  EXPECT_EQ(refusal(Bytes(text.begin(), text.end())),
            "checkpoint: this is none of Anneal's; one begins with \"ANNEALCP\"");
}

TEST(Checkpoint, OtherImagesAreRefused) {
  const Bytes bytes = write_checkpoint(make_trainer());
  Experiment other = parse(kSmall);
  other.seed = 8;
  EXPECT_NE(testing::refusal_of(ErrorKind::data, [&] { resume(bytes, make_run_data(other, {})); }),
            "accepted");
}

// A correct checksum does not make the content trusted.
TEST(Checkpoint, AForgedFileDoesNoHarm) {
  const Bytes whole = write_checkpoint(make_trainer());
  const RunData data = make_run_data(parse(kSmall), {});
  for (std::size_t at = 16; at < whole.size(); at += at < 3000 ? 7 : 1 + whole.size() / 101) {
    Bytes forged = whole;
    forged[at] ^= 0x55;
    const std::uint32_t crc = crc32(std::span(forged).subspan(16));
    std::copy_n(reinterpret_cast<const std::uint8_t*>(&crc), 4, forged.begin() + 12);
    try {
      resume(forged, data);  // a changed number may be accepted
    } catch (const Error&) {
    }
  }
}

TEST(Crc32, IsThatOfZipAndGzip) {
  const std::string text = "123456789";
  const Bytes bytes(text.begin(), text.end());
  EXPECT_EQ(crc32(bytes), 0xCBF43926u);  // the check value of the specification
  EXPECT_EQ(crc32({}), 0u);
  for (std::size_t cut = 0; cut <= bytes.size(); ++cut) {
    const std::span all(bytes);
    EXPECT_EQ(crc32(all.subspan(cut), crc32(all.first(cut))), 0xCBF43926u);
  }
}

}  // namespace
}  // namespace anneal
