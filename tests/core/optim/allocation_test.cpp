// A step allocates nothing.
#include <gtest/gtest.h>

#include <cstddef>
#include <vector>

#include "optim/allocation_count.h"
#include "optim/kinds.h"

namespace anneal {
namespace {

TEST(Allocation, IsCounted) {
  const std::size_t before = testing::allocation_count();
  const Tensor<float> tensor = zeros<float>({100});
  EXPECT_GT(testing::allocation_count(), before);
}

TEST(Allocation, NoStepOfAnyOptimizerAllocates) {
  const std::vector<RuleSettings> rules{SgdSettings{0.9},  AdamSettings{},     RmspropSettings{},
                                        AdagradSettings{}, AdadeltaSettings{}, NadamSettings{},
                                        LionSettings{}};
  for (const RuleSettings& rule : rules) {
    Parameter<float> weights{"weights", zeros<float>({100'001}), zeros<float>({100'001}), true};
    std::vector<Parameter<float>*> list{&weights};
    OptimizerSettings settings;
    settings.rule = rule;
    settings.weight_decay = 0.1;
    settings.clip_norm = 1;
    const auto optimizer = make_optimizer<float>(settings, list);
    const std::size_t before = testing::allocation_count();
    for (int step = 0; step < 3; ++step) optimizer->step(list, 0.01);
    EXPECT_EQ(testing::allocation_count(), before) << type_name(settings);
  }
}

}  // namespace
}  // namespace anneal
