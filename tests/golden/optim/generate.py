#!/usr/bin/python3
"""Writes the weights that the optimizers are compared with, beside itself.

    /usr/bin/python3 tests/golden/optim/generate.py     (Debian's python3-torch, 1.13)

200 steps in double, on gradients, start values and rates that the C++ test computes by the same
formulas. "weights" is weight decay's business (17 elements, no multiple of a vector), "bias" is not
(5). Decoupled decay outside AdamW, L1 and clipping are done around PyTorch's optimizer as a program
would do them; lion, which PyTorch has not, is its paper's formula.
"""

import json
import math
import os

import torch

torch.set_default_dtype(torch.float64)  # NAdam keeps a scalar in the default type

STEPS = 200
RECORDED = (1, 2, 10, 200)
COUNTS = (17, 5)


def start(i):
    return (0.8 + 0.1 * (i * 3 % 11)) * (-1 if i % 2 else 1)


def gradient(step, i):
    return (0.2 + 0.1 * (i * 7 % 5)) * math.sin(0.7 * (i + 1) + 0.37 * (step + 1)) + 0.05 * (i % 3 - 1)


def rate_at(base, step):
    return base / (1 + 0.01 * step)


def momentum_at(step):
    return 0.85 + 0.1 * math.sin(0.05 * step)


class Lion(torch.optim.Optimizer):
    """Chen et al. 2023, Algorithm 2; the decay is done outside."""

    def __init__(self, parameters, lr, betas, weight_decay=0):
        super().__init__(parameters, {'lr': lr, 'betas': betas, 'weight_decay': weight_decay})

    def step(self):
        for group in self.param_groups:
            beta1, beta2 = group['betas']
            for w in group['params']:
                m = self.state[w].setdefault('m', torch.zeros_like(w))
                g = w.grad + group['weight_decay'] * w
                w -= group['lr'] * torch.sign(beta1 * m + (1 - beta1) * g)
                self.state[w]['m'] = beta2 * m + (1 - beta2) * g


def make(document, parameters, rate, weight_decay):
    d = document
    weights, bias = parameters
    groups = [{'params': [weights], 'weight_decay': weight_decay},
              {'params': [bias], 'weight_decay': 0}]
    kind = d['type']
    optim = torch.optim
    if kind == 'sgd':
        return optim.SGD(groups, rate, momentum=d.get('momentum', 0),
                         nesterov=d.get('nesterov', False))
    if kind == 'adam':
        adam = optim.AdamW if d.get('decay_mode') == 'decoupled' else optim.Adam
        return adam(groups, rate, betas=(d.get('beta1', 0.9), d.get('beta2', 0.999)),
                    eps=d.get('epsilon', 1e-8))
    if kind == 'rmsprop':
        return optim.RMSprop(groups, rate, alpha=d.get('alpha', 0.99), eps=d.get('epsilon', 1e-8),
                             momentum=d.get('momentum', 0), centered=d.get('centered', False))
    if kind == 'adagrad':
        return optim.Adagrad(groups, rate, eps=d.get('epsilon', 1e-10),
                             initial_accumulator_value=d.get('initial_accumulator', 0))
    if kind == 'adadelta':
        return optim.Adadelta(groups, rate, rho=d.get('rho', 0.9), eps=d.get('epsilon', 1e-6))
    if kind == 'nadam':
        # The many-tensor code: the other one of 1.13 counts mu_t twice (mended in PyTorch 2).
        return optim.NAdam(groups, rate, betas=(d.get('beta1', 0.9), d.get('beta2', 0.999)),
                           eps=d.get('epsilon', 1e-8), momentum_decay=d.get('momentum_decay', 4e-3),
                           foreach=True)
    return Lion(groups, rate, betas=(d.get('beta1', 0.9), d.get('beta2', 0.99)))


def set_momentum(group, value):
    if 'betas' in group:
        group['betas'] = (value, group['betas'][1])
    else:
        group['momentum'] = value


def run(document, rate, moving_momentum=False):
    weights = torch.tensor([start(i) for i in range(COUNTS[0])])
    bias = torch.tensor([start(COUNTS[0] + i) for i in range(COUNTS[1])])
    parameters = (weights, bias)
    weight_decay = document.get('weight_decay', 0.0)
    shrink_here = document.get('decay_mode') == 'decoupled' and document['type'] != 'adam'
    optimizer = make(document, parameters, rate, 0.0 if shrink_here else weight_decay)
    recorded = {}
    for step in range(STEPS):
        now = rate_at(rate, step)
        for group in optimizer.param_groups:
            group['lr'] = now
            if moving_momentum:
                set_momentum(group, momentum_at(step))
        first = 0
        for parameter in parameters:
            parameter.grad = torch.tensor(
                [gradient(step, first + i) for i in range(parameter.numel())])
            first += parameter.numel()
        if 'clip_value' in document:
            torch.nn.utils.clip_grad_value_(parameters, document['clip_value'])
        if 'clip_norm' in document:
            torch.nn.utils.clip_grad_norm_(parameters, document['clip_norm'])
        weights.grad += document.get('l1', 0.0) * torch.sign(weights)
        if shrink_here:
            weights.mul_(1 - now * weight_decay)
        optimizer.step()
        if step + 1 in RECORDED:
            recorded[step + 1] = torch.cat(parameters).tolist()
    return {'optimizer': document, 'rate': rate, 'moving_momentum': moving_momentum,
            'source': type(optimizer).__name__, 'weights': recorded}


COUPLED = {'weight_decay': 0.05}
DECOUPLED = {'weight_decay': 0.05, 'decay_mode': 'decoupled'}
EXTRAS = {'weight_decay': 0.02, 'l1': 0.03, 'clip_norm': 1.0, 'clip_value': 0.4}
RULES = (
    ({'type': 'sgd'}, 0.02),
    ({'type': 'sgd', 'momentum': 0.9}, 0.005),
    ({'type': 'sgd', 'momentum': 0.9, 'nesterov': True}, 0.005),
    ({'type': 'adam'}, 0.004),
    ({'type': 'adam', 'beta1': 0.8, 'beta2': 0.95, 'epsilon': 1e-3}, 0.004),
    ({'type': 'rmsprop'}, 0.002),
    ({'type': 'rmsprop', 'momentum': 0.8, 'centered': True, 'alpha': 0.9}, 0.0005),
    ({'type': 'rmsprop', 'momentum': 0.8}, 0.0005),
    ({'type': 'rmsprop', 'centered': True, 'epsilon': 1e-4}, 0.002),
    ({'type': 'adagrad'}, 0.02),
    ({'type': 'adagrad', 'initial_accumulator': 0.1, 'epsilon': 1e-6}, 0.02),
    ({'type': 'adadelta'}, 0.5),
    ({'type': 'adadelta', 'rho': 0.8, 'epsilon': 1e-4}, 0.1),
    ({'type': 'nadam'}, 0.004),
    ({'type': 'nadam', 'beta1': 0.8, 'momentum_decay': 0.1}, 0.004),
    ({'type': 'lion'}, 0.002),
    ({'type': 'lion', 'beta1': 0.95, 'beta2': 0.98}, 0.002),
)


def main():
    cases = []
    seen = set()
    for document, rate in RULES:
        cases.append(run(document, rate))
        if document['type'] in seen:
            continue
        seen.add(document['type'])
        for more in (COUPLED, DECOUPLED, EXTRAS, {**EXTRAS, 'decay_mode': 'decoupled'}):
            cases.append(run({**document, **more}, rate))
    cases.append(run({'type': 'sgd', 'momentum': 0.9, **COUPLED}, 0.005))
    cases.append(run({'type': 'sgd', 'momentum': 0.9, **DECOUPLED}, 0.005))
    for kind, rate in (('sgd', 0.005), ('adam', 0.004), ('rmsprop', 0.0005), ('nadam', 0.004),
                       ('lion', 0.002)):
        cases.append(run({'type': kind}, rate, moving_momentum=True))
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'optimizers.json')
    with open(path, 'w') as file:
        lines = [json.dumps(case, separators=(',', ':')) for case in cases]
        file.write('[\n' + ',\n'.join(lines) + '\n]\n')
    smallest = min(abs(w) for case in cases for ws in case['weights'].values() for w in ws)
    print(f'{len(cases)} cases, torch {torch.__version__}, smallest weight {smallest:.3f}')


if __name__ == '__main__':
    main()
