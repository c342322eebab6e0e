#include "base/spelling_suggestion.h"

#include <gtest/gtest.h>

#include <array>

namespace anneal {
namespace {

TEST(NearMiss, CountsInsertionsDeletionsReplacementsAndSwaps) {
  EXPECT_EQ(edit_distance("gamma", "gamma"), 0u);
  EXPECT_EQ(edit_distance("gama", "gamma"), 1u);
  EXPECT_EQ(edit_distance("gammma", "gamma"), 1u);
  EXPECT_EQ(edit_distance("gemma", "gamma"), 1u);
  EXPECT_EQ(edit_distance("gmama", "gamma"), 1u);
  EXPECT_EQ(edit_distance("", "gamma"), 5u);
}

TEST(NearMiss, FindsTheClosestWordWithinReason) {
  constexpr std::array<std::string_view, 3> words = {"train", "training", "unit"};
  EXPECT_EQ(spelling_suggestion("trian", words), "train");
  EXPECT_EQ(spelling_suggestion("trainin", words), "training");
  EXPECT_EQ(spelling_suggestion("colour", words), "");
  EXPECT_EQ(spelling_suggestion("it", words), "");  // two letters of four are not a slip
}

TEST(NearMiss, ListsWordsAsASentenceDoes) {
  constexpr std::array<std::string_view, 3> words = {"a", "b", "c"};
  EXPECT_EQ(quoted_list(words), R"("a", "b" or "c")");
  EXPECT_EQ(quoted_list({words.data(), 1}), R"("a")");
}

}  // namespace
}  // namespace anneal
