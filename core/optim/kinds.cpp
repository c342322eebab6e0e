#include "optim/kinds.h"

#include <iterator>
#include <memory>

#include "base/kinds.h"
#include "optim/rule_optimizer.h"

namespace anneal {

std::string_view type_name(const OptimizerSettings& settings) { return type_of(settings.rule); }

bool has_momentum(const OptimizerSettings& settings) {
  return std::visit([](const auto& rule) { return rule.momentum_kind != Momentum::none; },
                    settings.rule);
}

std::vector<Problem> problems(const OptimizerSettings& settings) {
  std::vector<Problem> found = kind_problems(settings.rule);
  for (Problem& problem : problems_of(settings)) found.push_back(std::move(problem));
  return found;
}

template <class T>
std::unique_ptr<Optimizer<T>> make_optimizer(const OptimizerSettings& settings,
                                             std::span<Parameter<T>* const> parameters) {
  return std::visit(
      [&]<class R>(const R& rule) -> std::unique_ptr<Optimizer<T>> {
        return std::make_unique<RuleOptimizer<T, R>>(rule, settings, parameters);
      },
      settings.rule);
}

template std::unique_ptr<Optimizer<float>> make_optimizer(const OptimizerSettings&,
                                                          std::span<Parameter<float>* const>);
template std::unique_ptr<Optimizer<double>> make_optimizer(const OptimizerSettings&,
                                                           std::span<Parameter<double>* const>);

}  // namespace anneal
