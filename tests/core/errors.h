// The error that a call throws, for tests of refusals.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "base/error.h"

namespace anneal::testing {

// The Error that `body` throws; one of kind `state` where it throws none.
template <class Body>
Error error_of(Body&& body) {
  try {
    body();
  } catch (const Error& error) {
    return error;
  }
  return Error(ErrorKind::state, "accepted");
}

// The message of the Error that `body` throws, which must be of kind `kind`; "accepted" where it
// throws none.
template <class Body>
std::string refusal_of(ErrorKind kind, Body&& body) {
  try {
    body();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), kind) << error.what();
    return error.what();
  }
  return "accepted";
}

}  // namespace anneal::testing
