// One run, as JavaScript holds it: values in, values out, and what goes wrong as a status.
// Left out: getting files, time between slices, and names in JavaScript's style (module.cpp).
#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "bindings/embind/convert.h"
#include "bindings/embind/histograms.h"
#include "bindings/embind/result.h"
#include "inspection/inspection.h"
#include "training/range_test.h"
#include "training/trainer.h"

namespace anneal::bindings {

// Where a run stands. Numbers are doubles because JavaScript's are.
struct RunStatus {
  double step = 0;   // updates done
  double epoch = 0;  // whole epochs of updates done
  double total_steps = 0;
  double steps_per_epoch = 0;
  double total_epochs = 0;
  double rate = 0;  // of the next update
  bool evaluating =
      false;  // the held-out images of the epoch that was just trained are being looked at
  bool finished = false;
  bool diverged = false;  // stands still at `step` until it recovers
};

// What a slice of the run has added to the history.
struct Slice {
  Columns steps{emscripten::val::undefined()};
  Columns epochs{emscripten::val::undefined()};
  RunStatus run;
};

class Session {
 public:
  // The bytes of a file, unpacked, under the name that the document gives it. Before begin.
  Status add_file(const std::string& name, const Uint8Array& bytes);

  // Reads the document, makes the data and the network. Only once.
  Status begin(const std::string& document);

  // Instead of begin: goes on where the run of the checkpoint stood. The rows that it had are
  // reported by the next run().
  Status resume(const Uint8Array& checkpoint);

  // Weights to start from, as safetensors. Before the first step.
  Status set_weights(const Uint8Array& bytes);

  // Trains until `steps` updates are done (with the evaluation that follows an epoch's last), until
  // `milliseconds` have passed, or until the run is over or diverges; a negative number is no
  // limit. The clock is looked at after every piece of work, and at least one is done.
  Result<Slice> run(double steps, double milliseconds);

  Status set_schedule(const std::string& document);

  // {"rate", "best" (null: no value yet), "bad", "cooldown_left"} of the schedule's plateau, or
  // null.
  TextResult plateau() const;

  // What ended the run (train/divergence.h), or null.
  TextResult divergence() const;
  // Goes back to the last good step, rows too.
  Status recover();

  // A learning-rate range test, during which nothing else is run or changed. Ended, it leaves no
  // trace.
  Status begin_range_test(const std::string& settings);
  // One step at least. The result so far, with "finished".
  TextResult run_range_test(double milliseconds);
  Status end_range_test();

  RunStatus status() const;
  TextResult experiment() const;  // filled in, as it was at the start
  TextResult history() const;
  Result<Uint8Array> weights();
  Result<Uint8Array> checkpoint() const;
  // {"epoch", "classes": [names], "confusion": [[images by prediction] by label], "precision",
  // "recall"} of the held-out images after that epoch; null before the first.
  TextResult evaluation(double epoch) const;

  // From now on the run keeps histograms (train/histograms.h), coarse or fine; may be asked again.
  // What they are of.
  TextResult keep_histograms(bool coarse);
  // What is new of "weights", "gradients" or "updates" since the moment with that serial number.
  Result<HistogramNews> histograms(const std::string& quantity, double last_serial) const;

  // For inspection.h. Throw Error (state) where no run has begun.
  Inspection& inspection();
  const Trainer& inspected_trainer() const { return trainer(); }

 private:
  Trainer& trainer();
  const Trainer& trainer() const;

  // For what changes the run: refused during a range test.
  Trainer& free_trainer();

  Files files_;
  std::unique_ptr<Trainer> trainer_;
  std::unique_ptr<RangeTest> range_test_;   // before the trainer in dying
  std::unique_ptr<Inspection> inspection_;  // once it was asked for
  std::size_t reported_steps_ = 0;          // rows that JavaScript has seen
  std::size_t reported_epochs_ = 0;
};

// The experiment that a checkpoint is of, as it was at the start.
TextResult checkpoint_experiment(const Uint8Array& checkpoint);

}  // namespace anneal::bindings
