// Finds the word that was probably meant, for the messages of the readers.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace anneal {

// Letters to insert, leave out, replace or swap with their neighbour until `a` is `b` (the
// restricted Damerau-Levenshtein distance).
std::size_t edit_distance(std::string_view a, std::string_view b);

// The closest candidate within two edits and a third of the word's length, the first among equals;
// empty if there is none.
std::string_view spelling_suggestion(std::string_view word,
                                     std::span<const std::string_view> candidates);

// "\"a\", \"b\" or \"c\""
std::string quoted_list(std::span<const std::string_view> words);

}  // namespace anneal
