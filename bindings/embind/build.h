// What this build of the module is, and what it uses while it runs.
#pragma once

#include "base/json.h"
#include "bindings/embind/convert.h"

namespace anneal::bindings {

// {"name": "simd", "version": "0.1.0", "features": ["simd128"]}: a part of every history, so
// nothing about the machine.
Json build_json();

// build_json() as text.
Text build_text();

// Every kind and every key of an experiment document (experiment/schema.h), as text.
Text schema_text();

// Bytes of the heap that are in use, without what is free in it.
double allocated_bytes();

double current_thread_count();
void set_current_thread_count(double count);

}  // namespace anneal::bindings
