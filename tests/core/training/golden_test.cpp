// Whole runs against PyTorch (tests/golden/train/generate.py): the loss of each of 200 steps, from
// the same weights and batches. In double both agree for the whole run.
//
// In float two programs do not agree in general, nor do two runs of PyTorch with another order of
// summation. Where rounding decides on which side of the kink of a relu a value lies, or which of
// two values is the maximum, the gradient jumps. With plain SGD and a rate at which perturbations
// decay the jump stays small, and the loss of a trainer follows PyTorch to the end. Adam turns
// every jump into a step of the full learning rate, and the runs separate after some dozen steps.
// There each step is compared on its own, from PyTorch's weights at that step. Some labels are
// wrong, so that the loss does not fall to almost zero, where a relative difference would say
// little.
#include "golden.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

#include "runs.h"

namespace anneal {
namespace {

using nlohmann::json;

constexpr double kInDouble = 1e-10;
constexpr double kInFloat = 1e-4;
constexpr double kAStepInFloat = 1e-5;

json golden() { return testing::read_golden("training/training.json"); }

// Integers below 2^24 from which images and weights are made.
class Numbers {
 public:
  explicit Numbers(std::uint64_t seed) : engine_(seed) {}
  std::uint64_t next() { return engine_() >> 40; }

 private:
  std::linear_congruential_engine<std::uint64_t, 6364136223846793005u, 1442695040888963407u, 0>
      engine_;
};

RunData made_images(const json& document, const Shape& shape) {
  const auto count = document["images"].get<std::size_t>();
  const auto classes = document["classes"].get<std::size_t>();
  const auto grid = document["grid"].get<std::size_t>();
  const auto signal = document["signal"].get<std::uint64_t>();
  const auto wrong_label = document["wrong_label"].get<std::size_t>();
  Numbers numbers(1);
  std::vector<std::uint64_t> levels(classes * grid * grid * shape[2]);
  for (auto& level : levels) level = numbers.next() >> 16;
  auto images = std::make_shared<Dataset>();
  images->image_shape = shape;
  images->classes = classes;
  images->class_names = numbered_class_names(classes);
  for (std::size_t n = 0; n < count; ++n) {
    const std::size_t kind = n % classes;
    const std::uint64_t shift = n % wrong_label == 0 ? numbers.next() : 0;
    images->labels.push_back(static_cast<std::uint16_t>((kind + shift % classes) % classes));
    for (std::size_t h = 0; h < shape[0]; ++h) {
      for (std::size_t w = 0; w < shape[1]; ++w) {
        const std::size_t cell = (kind * grid + h * grid / shape[0]) * grid + w * grid / shape[1];
        for (std::size_t c = 0; c < shape[2]; ++c) {
          const std::uint64_t noise = numbers.next() >> 16;
          images->pixels.push_back(static_cast<std::uint8_t>(
              (signal * levels[cell * shape[2] + c] + (256 - signal) * noise) >> 8));
        }
      }
    }
  }
  RunData data{std::move(images), {}};
  data.split.train.resize(count);
  std::iota(data.split.train.begin(), data.split.train.end(), 0u);
  return data;
}

template <class T>
void set_weights(const Network<T>& network) {
  Numbers numbers(2);
  for (Parameter<T>* parameter : network.parameters()) {
    if (parameter->name.ends_with(".bias")) {
      parameter->value.fill(T(0));
      continue;
    }
    const double fan_in = static_cast<double>(parameter->value.size()) /
                          static_cast<double>(parameter->value.shape().back());
    const double limit = std::sqrt(6 / fan_in);
    for (T& weight : parameter->value) {
      weight = static_cast<float>(limit * (static_cast<double>(numbers.next()) * 0x1p-23 - 1));
    }
  }
}

std::vector<double> losses_of_trainer(const Experiment& experiment, RunData data) {
  Trainer trainer(experiment, std::move(data));
  set_weights(trainer.network());
  testing::train_to_end(trainer);
  std::vector<double> losses;
  for (const StepRow& row : trainer.history().steps()) losses.push_back(row.loss);
  return losses;
}

// The same run in double, built from the parts of a trainer, and the loss of a float network with
// its weights at every step.
struct Losses {
  std::vector<double> in_double;
  std::vector<double> in_float;
};

class DoubleRun {
 public:
  DoubleRun(const Experiment& experiment, const RunData& data)
      : experiment_(experiment),
        size_(experiment.training.batch_size),
        network_(experiment.network, size_, experiment.seed),
        float_network_(experiment.network, size_, experiment.seed),
        optimizer_(make_optimizer<double>(experiment.optimizer, network_.parameters())),
        batches_(*data.images, data.split.train, size_, experiment.seed, false,
                 settings(experiment.data, data)),
        labels_(size_) {
    set_weights(network_);
  }

  Losses train() {
    Losses losses;
    const auto per_epoch = static_cast<std::int64_t>(batches_.per_epoch());
    const auto epochs = static_cast<std::int64_t>(experiment_.training.epochs);
    Progress progress{0, per_epoch, per_epoch * epochs};
    for (; progress.step < progress.total_steps; ++progress.step) {
      const auto index = static_cast<std::size_t>(progress.step % per_epoch);
      const std::size_t count = batches_.fill(0, index, float_network_.input(), labels_.data());
      std::copy_n(float_network_.input(), count * element_count(experiment_.network.input),
                  network_.input());
      losses.in_float.push_back(float_loss(count));
      losses.in_double.push_back(loss(network_, count, network_.output_gradient()));
      network_.backward(count);
      optimizer_->step(network_.parameters(), rate(experiment_.schedule, progress));
    }
    return losses;
  }

 private:
  static BatchSettings settings(const DataSettings& settings, const RunData& data) {
    if (!settings.standardise) return {};
    return {standardise(*data.images, data.split.train), {}};
  }

  template <class T>
  double loss(Network<T>& network, std::size_t count, T* gradient) {
    const T* outputs = network.forward(count, Mode::train);
    return batch_loss(experiment_.loss, outputs, labels_.data(), count, network.output_shape()[0],
                      gradient)
        .loss;
  }

  double float_loss(std::size_t count) {
    for (std::size_t i = 0; i < network_.parameters().size(); ++i) {
      const auto& value = network_.parameters()[i]->value;
      std::transform(value.begin(), value.end(), float_network_.parameters()[i]->value.begin(),
                     [](double weight) { return static_cast<float>(weight); });
    }
    return loss<float>(float_network_, count, nullptr);
  }

  const Experiment& experiment_;
  std::size_t size_;
  Network<double> network_;
  Network<float> float_network_;
  std::unique_ptr<Optimizer<double>> optimizer_;
  Batches batches_;
  std::vector<std::uint16_t> labels_;
};

// The largest difference over the steps, each relative to its own loss.
double largest_step_difference(const std::vector<double>& actual,
                               const std::vector<double>& expected) {
  EXPECT_EQ(actual.size(), expected.size());
  double largest = 0;
  for (std::size_t step = 0; step < std::min(actual.size(), expected.size()); ++step) {
    largest = testing::larger(std::abs(actual[step] / expected[step] - 1), largest);
  }
  return largest;
}

double mean(std::vector<double>::const_iterator begin, std::size_t count) {
  return std::accumulate(begin, begin + static_cast<std::ptrdiff_t>(count), 0.0) /
         static_cast<double>(count);
}

const json& find_run(const json& document, const std::string& name) {
  for (const json& run : document.at("runs")) {
    if (run["name"] == name) return run;
  }
  throw std::runtime_error("no run named " + name);
}

void expect_following(const std::string& name, bool trainer_follows) {
  const json document = golden();
  const json& run = find_run(document, name);
  const Experiment experiment = parse_experiment(run["experiment"]);
  const RunData data = made_images(document, experiment.network.input);
  const auto expected = run["losses"].get<std::vector<double>>();
  ASSERT_EQ(expected.size(), 200u);
  EXPECT_LT(mean(expected.end() - 20, 20), 0.5 * mean(expected.begin(), 20)) << "it learns";
  EXPECT_GT(*std::min_element(expected.begin(), expected.end()), 0.3) << "and not by heart";

  const Losses losses = DoubleRun(experiment, data).train();
  const double in_double = largest_step_difference(losses.in_double, expected);
  EXPECT_LE(in_double, kInDouble);
  testing::record_difference_in_double(in_double);
  double in_float = largest_step_difference(losses.in_float, expected);
  EXPECT_LE(in_float, kAStepInFloat) << "from PyTorch's weights at each step";
  if (trainer_follows) {
    in_float = largest_step_difference(losses_of_trainer(experiment, data), expected);
    EXPECT_LE(in_float, kInFloat) << "the trainer on its own";
  }
  testing::record_difference_in_float(in_float);
}

TEST(RunsFollowPyTorch, LenetWithMomentum) { expect_following("lenet", true); }
TEST(RunsFollowPyTorch, ThreeConvolutionsWithAdamFloatFromItsWeightsAtEachStep) {
  expect_following("three_convolutions", false);
}

}  // namespace
}  // namespace anneal
