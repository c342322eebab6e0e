// How the sections of an experiment document are read and written, one file each. Left to
// experiment.cpp: the document as a whole.
#pragma once

#include <string>

#include "experiment/experiment.h"

namespace anneal {

void read_value(const Json& json, const std::string& path, DataSettings& settings);
Json write_value(const DataSettings& settings);

void read_value(const Json& json, const std::string& path, NetworkSettings& settings);
Json write_value(const NetworkSettings& settings);
NetworkSettings default_network();

void read_value(const Json& json, const std::string& path, OptimizerSettings& settings);
Json write_value(const OptimizerSettings& settings);
OptimizerSettings default_optimizer();

void read_value(const Json& json, const std::string& path, Schedule& schedule);
Json write_value(const Schedule& schedule);
Schedule default_schedule();

}  // namespace anneal
