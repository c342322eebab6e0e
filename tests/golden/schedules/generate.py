#!/usr/bin/python3
"""Writes the rates that the schedules are compared with, beside itself.

    /usr/bin/python3 tests/golden/schedules/generate.py     (Debian's python3-torch, 1.13)

A case is a schedule in the form of the experiment document and the rate of each step, from PyTorch's
own scheduler where PyTorch has one ("source": its class), otherwise from the formula of the library
that Anneal follows, written down here a second time, apart from the C++.
"""

import json
import math
import os

import torch
from torch.optim import lr_scheduler as torch_schedulers

from cases import STEPS, by_formula, by_torch, cases, cosine_wave
from wrappers import plateau, sequence, warmup


def constant():
    for rate in (0.1, 3e-4):
        by_torch({'type': 'constant', 'initial': rate}, rate,
                 lambda o: torch_schedulers.LambdaLR(o, lambda t: 1.0))


def exponential():
    for rate, gamma in ((0.1, 0.9), (1e-3, 0.5), (2.0, 1.0), (0.05, 0.999)):
        by_torch({'type': 'exponential', 'initial': rate, 'gamma': gamma}, rate,
                 lambda o: torch_schedulers.ExponentialLR(o, gamma))
    # Keras ExponentialDecay(0.1, decay_steps=20, rate=0.3)
    by_formula('keras ExponentialDecay',
               {'type': 'exponential', 'initial': 0.1, 'gamma': 0.3 ** (1 / 20)},
               lambda t: 0.1 * 0.3 ** (t / 20))


def linear():
    for rate, start, end, total in ((0.3, 1 / 3, 1.0, 5), (0.1, 1.0, 0.0, 40), (0.2, 0.5, 0.05, 47),
                                    (0.1, 1.0, 0.1, 48)):
        by_torch({'type': 'linear', 'initial': rate * start, 'final': rate * end, 'total': total},
                 rate, lambda o: torch_schedulers.LinearLR(o, start, end, total))
    # alpha_0 - (t / T) alpha_0, T the run
    by_formula('formula', {'type': 'linear', 'initial': 0.1}, lambda t: 0.1 - t / STEPS * 0.1)
    by_formula('formula', {'type': 'linear', 'initial': 0.1, 'final': 0.02, 'unit': 'epoch'},
               lambda step: 0.1 + (0.02 - 0.1) * (step // 7) / 7, steps_per_epoch=7)


def step():
    for rate, factor, every in ((0.1, 0.1, 10), (0.5, 0.5, 1), (0.01, 0.7, 7), (1e-3, 1.5, 13)):
        by_torch({'type': 'step', 'initial': rate, 'factor': factor, 'every': every}, rate,
                 lambda o: torch_schedulers.StepLR(o, every, factor))
    # lr * 0.1^(epoch div 10)
    by_formula('formula',
               {'type': 'step', 'initial': 0.001, 'factor': 0.1, 'every': 10, 'unit': 'epoch'},
               lambda step: 0.001 * 0.1 ** (step // 4 // 10), steps=120, steps_per_epoch=4)


def multi_step():
    for rate, factor, milestones in ((0.1, 0.1, [10, 20, 40]), (0.3, 0.5, [1, 2, 3]),
                                     (0.2, 0.2, [5, 5, 30]), (0.4, 0.3, [100])):
        by_torch({'type': 'multi_step', 'initial': rate, 'factor': factor,
                  'milestones': milestones}, rate,
                 lambda o: torch_schedulers.MultiStepLR(o, milestones, factor))
    # Keras: values[number of boundaries b < t]; timm: number of decay_t d <= t + 1
    by_formula('keras PiecewiseConstantDecay, boundaries 10, 20',
               {'type': 'multi_step', 'initial': 0.1, 'factor': 0.1, 'milestones': [11, 21]},
               lambda t: [0.1, 0.01, 0.001][sum(b < t for b in (10, 20))])
    by_formula('timm MultiStepLRScheduler, decay_t 10, 20',
               {'type': 'multi_step', 'initial': 0.1, 'factor': 0.1, 'milestones': [9, 19]},
               lambda t: 0.1 * 0.1 ** sum(d <= t + 1 for d in (10, 20)))


def polynomial():
    for rate, power, total in ((0.1, 1.0, 5), (0.2, 2.0, 48), (0.3, 0.5, 30)):
        by_torch({'type': 'polynomial', 'initial': rate, 'power': power, 'total': total}, rate,
                 lambda o: torch_schedulers.PolynomialLR(o, total_iters=total, power=power))

    def keras(rate, end, power, total):
        return lambda t: (rate - end) * (1 - min(t, total) / total) ** power + end
    by_formula('keras PolynomialDecay',
               {'type': 'polynomial', 'initial': 0.1, 'final': 1e-4, 'power': 1.0, 'total': 30},
               keras(0.1, 1e-4, 1.0, 30))
    by_formula('keras PolynomialDecay',
               {'type': 'polynomial', 'initial': 0.1, 'final': 0.01, 'power': 0.9},
               keras(0.1, 0.01, 0.9, STEPS))


def inverse_time():
    by_formula('formula', {'type': 'inverse_time', 'initial': 0.1, 'rate': 0.25},
               lambda t: 0.1 / (1 + 0.25 * t))
    by_formula('keras InverseTimeDecay, decay_steps 8',
               {'type': 'inverse_time', 'initial': 0.1, 'rate': 0.5, 'every': 8},
               lambda t: 0.1 / (1 + 0.5 * t / 8))
    by_formula('keras InverseTimeDecay, decay_steps 8, staircase',
               {'type': 'inverse_time', 'initial': 0.1, 'rate': 0.5, 'every': 8,
                'staircase': True},
               lambda t: 0.1 / (1 + 0.5 * math.floor(t / 8)))


def cosine():
    for rate, end, total in ((0.1, 0.0, 48), (0.1, 0.001, 48), (0.02, 0.01, 60)):
        by_torch({'type': 'cosine', 'initial': rate, 'final': end, 'total': total}, rate,
                 lambda o: torch_schedulers.CosineAnnealingLR(o, total, end))
    by_formula('keras CosineDecay, alpha 0.1',
               {'type': 'cosine', 'initial': 0.2, 'final': 0.02, 'total': 30},
               lambda t: 0.2 * (0.9 * 0.5 * (1 + math.cos(math.pi * min(t, 30) / 30)) + 0.1))
    by_formula('timm CosineLRScheduler',
               {'type': 'cosine', 'initial': 0.2, 'final': 0.05, 'total': 20},
               lambda t: cosine_wave(0.2, 0.05, t / 20) if t < 20 else 0.05)
    by_formula('formula', {'type': 'cosine', 'initial': 0.1, 'unit': 'epoch'},
               lambda step: cosine_wave(0.1, 0, step // 8 / 6), steps_per_epoch=8)


def restarts(rate, end, period, period_factor, height_factor):
    def formula(t):
        start, length, height = 0, period, 1
        while t >= start + length:
            start, length, height = start + length, length * period_factor, height * height_factor
        return end + (rate - end) * height * 0.5 * (1 + math.cos(math.pi * (t - start) / length))
    return formula


def cosine_restarts():
    for rate, end, period, factor in ((0.1, 0.0, 10, 1), (0.1, 0.01, 5, 2), (0.3, 0.0, 1, 3),
                                      (0.3, 0.1, 50, 1)):
        by_torch({'type': 'cosine_restarts', 'initial': rate, 'final': end, 'period': period,
                  'period_factor': factor}, rate,
                 lambda o: torch_schedulers.CosineAnnealingWarmRestarts(o, period, factor, end),
                 steps=130)
    for rate, end, period, factor, height in ((0.1, 0.01, 6, 1.5, 0.8), (0.2, 0.0, 4, 2, 0.5),
                                              (0.2, 0.02, 7, 1, 0.9)):
        by_formula('keras CosineDecayRestarts',
                   {'type': 'cosine_restarts', 'initial': rate, 'final': end, 'period': period,
                    'period_factor': factor, 'height_factor': height},
                   restarts(rate, end, period, factor, height), steps=130)


def one_cycle():
    for shape, anneal in (('cosine', 'cos'), ('linear', 'linear')):
        for peak, total, warm, div, final in ((0.1, STEPS, 0.3, 25.0, 1e4), (1.0, STEPS, 0.5, 4.0, 10.0),
                                              (0.3, 60, 0.1, 25.0, 1e3), (0.3, STEPS, 0.0, 10.0, 100.0),
                                              (0.3, STEPS, 1.0, 10.0, 100.0)):
            by_torch({'type': 'one_cycle', 'peak': peak, 'total': total, 'warm_fraction': warm,
                      'initial_divisor': div, 'final_divisor': final, 'shape': shape,
                      'momentum': {'low': 0.8, 'high': 0.95}}, peak,
                     lambda o: torch_schedulers.OneCycleLR(
                         o, peak, total_steps=total, pct_start=warm, anneal_strategy=anneal,
                         base_momentum=0.8, max_momentum=0.95, div_factor=div,
                         final_div_factor=final), with_momentum=True)
    # All defaults, momentum's too, and the length of the run.
    by_torch({'type': 'one_cycle', 'peak': 0.2, 'momentum': {}}, 0.2,
             lambda o: torch_schedulers.OneCycleLR(o, 0.2, total_steps=STEPS), with_momentum=True)


def cyclic():
    for low, high, up, down, mode, gamma in (
            (0.01, 0.1, 10, None, 'triangular', 1.0), (0.01, 0.1, 4, 9, 'triangular', 1.0),
            (0.0, 1.0, 5, None, 'triangular2', 1.0), (0.02, 0.2, 7, 3, 'triangular2', 1.0),
            (0.01, 0.1, 6, None, 'exp_range', 0.95), (0.01, 0.1, 3, 8, 'exp_range', 0.99)):
        document = {'type': 'cyclic', 'low': low, 'high': high, 'up': up, 'mode': mode,
                    'gamma': gamma}
        if down is not None:
            document['down'] = down
        by_torch(document, low, lambda o: torch_schedulers.CyclicLR(
            o, low, high, step_size_up=up, step_size_down=down, mode=mode, gamma=gamma,
            cycle_momentum=False))


def warmup_stable_decay():
    shapes = {'linear': lambda q: 1 - q, 'cosine': lambda q: 0.5 * (1 + math.cos(math.pi * q)),
              'one_minus_sqrt': lambda q: 1 - math.sqrt(q)}

    def hugging_face(peak, w, s, d, shape, ratio):
        def formula(t):
            if t < w:
                return peak * (t / w * (1 - ratio) + ratio)
            if t < w + s:
                return peak
            if t < w + s + d:
                return peak * (shapes[shape]((t - w - s) / d) * (1 - ratio) + ratio)
            return peak * ratio
        return formula
    for shape in shapes:
        for peak, w, s, d, ratio in ((0.1, 10, 20, 10, 0.0), (0.3, 0, 8, 40, 0.1),
                                     (0.2, 5, 0, 30, 0.01)):
            by_formula('hugging face get_wsd_schedule',
                       {'type': 'warmup_stable_decay', 'peak': peak, 'warmup': w, 'stable': s,
                        'decay': d, 'shape': shape, 'final': peak * ratio},
                       hugging_face(peak, w, s, d, shape, ratio))
    by_formula('hugging face get_wsd_schedule, num_training_steps 48',
               {'type': 'warmup_stable_decay', 'peak': 0.1, 'warmup': 6, 'decay': 12},
               hugging_face(0.1, 6, STEPS - 18, 12, 'linear', 0.0))


def inverse_sqrt():
    for rate, timescale in ((0.1, 10.0), (0.01, 1.0), (0.5, 2.5)):
        by_formula('formula', {'type': 'inverse_sqrt', 'initial': rate, 'timescale': timescale},
                   lambda t: rate / math.sqrt((t + timescale) / timescale))

    def hugging_face(t, w=12):
        return 0.1 * (t / w if t < w else 1 / math.sqrt((t + w - w) / w))
    by_formula('hugging face get_inverse_sqrt_schedule',
               {'type': 'inverse_sqrt', 'initial': 0.1, 'timescale': 12, 'warmup': {'length': 12}},
               hugging_face)


def tanh():
    for rate, end, total, lower, upper in ((0.1, 0.0, 48, -7.0, 3.0), (0.2, 0.01, 30, -6.0, 4.0),
                                           (0.2, 0.05, 60, -1.0, 1.0)):
        def timm(t):
            if t >= total:
                return end
            r = t / total
            return end + 0.5 * (rate - end) * (1 - math.tanh(lower * (1 - r) + upper * r))
        by_formula('timm TanhLRScheduler',
                   {'type': 'tanh', 'initial': rate, 'final': end, 'total': total, 'lower': lower,
                    'upper': upper}, timm)


def piecewise():
    knots = [[3, 0.1], [10, 0.5], [11, 0.2], [30, 0.001], [40, 0.0]]

    def interpolate(between):
        def formula(t):
            if t <= knots[0][0]:
                return knots[0][1]
            for (t0, r0), (t1, r1) in zip(knots, knots[1:]):
                if t0 <= t < t1:
                    q = (t - t0) / (t1 - t0)
                    return {'step': r0, 'linear': (r1 - r0) * q + r0,
                            'cosine': (r1 - r0) * (0.5 - math.cos(math.pi * q) / 2) + r0}[between]
            return knots[-1][1]
        return formula
    for between in ('step', 'linear', 'cosine'):
        by_formula('optax piecewise_interpolate_schedule',
                   {'type': 'piecewise', 'knots': knots, 'between': between}, interpolate(between))
    by_formula('formula', {'type': 'piecewise', 'knots': [[0, 0.25]]}, lambda t: 0.25)


def main():
    for family in (constant, exponential, linear, step, multi_step, polynomial, inverse_time,
                   cosine, cosine_restarts, one_cycle, cyclic, warmup_stable_decay, inverse_sqrt,
                   tanh, piecewise, warmup, sequence, plateau):
        first = len(cases)
        family()
        for case in cases[first:]:
            case['group'] = family.__name__
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'schedules.json')
    with open(path, 'w') as file:
        lines = [json.dumps(case, separators=(',', ':')) for case in cases]
        file.write('[\n' + ',\n'.join(lines) + '\n]\n')
    print(f'{len(cases)} cases, torch {torch.__version__}')


if __name__ == '__main__':
    main()
