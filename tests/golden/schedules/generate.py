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

STEPS = 48
cases = []


def add(source, schedule, rates, steps_per_epoch=1, **more):
    cases.append({'source': source, 'schedule': schedule, 'steps_per_epoch': steps_per_epoch,
                  'rates': rates, **more})


def by_formula(source, schedule, formula, steps=STEPS, steps_per_epoch=1):
    add(source, schedule, [float(formula(step)) for step in range(steps)], steps_per_epoch)


def optimizer(rate):
    return torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=rate, momentum=0.9)


def by_torch(schedule, rate, make, steps=STEPS, with_momentum=False):
    """The rate of every step as a training loop sees it: read, update, scheduler.step()."""
    sgd = optimizer(rate)
    scheduler = make(sgd)
    rates, momenta = [], []
    for step in range(steps):
        rates.append(float(sgd.param_groups[0]['lr']))
        momenta.append(float(sgd.param_groups[0]['momentum']))
        sgd.step()
        if step + 1 < steps:
            scheduler.step()
    more = {'momentum': momenta} if with_momentum else {}
    add('torch ' + type(scheduler).__name__, schedule, rates, **more)


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


def cosine_wave(start, end, share):
    return end + 0.5 * (start - end) * (1 + math.cos(math.pi * share))


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


def warmup():
    for start, length in ((1 / 3, 5), (0.01, 20)):
        by_torch({'type': 'step', 'initial': 0.1, 'factor': 0.5, 'every': 6,
                  'warmup': {'length': length, 'from': 0.1 * start}}, 0.1,
                 lambda o: torch_schedulers.SequentialLR(
                     o, [torch_schedulers.LinearLR(o, start, 1.0, length),
                         torch_schedulers.StepLR(o, 6, 0.5)], [length]))

    def hugging_face_cosine(t, w=8, n=STEPS):
        if t < w:
            return 0.2 * t / w
        return 0.2 * max(0.0, 0.5 * (1 + math.cos(math.pi * (t - w) / (n - w))))
    by_formula('hugging face get_cosine_schedule_with_warmup',
               {'type': 'cosine', 'initial': 0.2, 'warmup': {'length': 8}}, hugging_face_cosine)

    def optax_warmup_cosine(t, w=10, decay_steps=40, init=0.01, peak=0.3, end=0.02):
        if t < w:
            return init + (peak - init) * t / w
        q = min(t - w, decay_steps - w) / (decay_steps - w)
        return peak * ((1 - end / peak) * 0.5 * (1 + math.cos(math.pi * q)) + end / peak)
    by_formula('optax warmup_cosine_decay_schedule, decay_steps 40',
               {'type': 'cosine', 'initial': 0.3, 'final': 0.02, 'total': 30,
                'warmup': {'length': 10, 'from': 0.01}}, optax_warmup_cosine)
    by_formula('formula', {'type': 'constant', 'initial': 0.1, 'warmup':
                           {'length': 12, 'from': 1e-5, 'shape': 'exponential'}},
               lambda t: 1e-5 * (0.1 / 1e-5) ** (min(t, 12) / 12))
    by_formula('formula', {'type': 'exponential', 'initial': 0.1, 'gamma': 0.5, 'unit': 'epoch',
                           'min': 0.004, 'warmup': {'length': 3, 'from': 0.001}},
               lambda step: max(0.004, 0.001 + 0.099 * (step // 5) / 3 if step // 5 < 3
                                else 0.1 * 0.5 ** (step // 5 - 3)), steps_per_epoch=5)


def sequence():
    def parts(*pairs):
        return {'type': 'sequence', 'parts': [
            {'schedule': schedule, 'length': length} if length else {'schedule': schedule}
            for schedule, length in pairs]}
    exponential_part = {'type': 'exponential', 'initial': 0.1, 'gamma': 0.9}
    step_part = {'type': 'step', 'initial': 0.1, 'factor': 0.5, 'every': 4}
    by_torch(parts((exponential_part, 10), (step_part, 15), (exponential_part, None)), 0.1,
             lambda o: torch_schedulers.SequentialLR(
                 o, [torch_schedulers.ExponentialLR(o, 0.9), torch_schedulers.StepLR(o, 4, 0.5),
                     torch_schedulers.ExponentialLR(o, 0.9)], [10, 25]))
    # A total left out is the part's length; the last part's is the rest of the run.
    linear_part = {'type': 'linear', 'initial': 0.2}
    cosine_part = {'type': 'cosine', 'initial': 0.1, 'warmup': {'length': 4}}

    def formula(t):
        if t < 20:
            return 0.2 - 0.2 * t / 20
        t -= 20
        return 0.1 * t / 4 if t < 4 else cosine_wave(0.1, 0, (t - 4) / 24)
    by_formula('formula', parts((linear_part, 20), (cosine_part, None)), formula)

    # The sequence counts epochs of 6 steps, its first part steps.
    def by_epochs(step):
        return 0.2 - 0.2 * step / 18 if step < 18 else 0.1 * 0.5 ** ((step - 18) // 6)
    by_formula('formula', {**parts((linear_part, 3), (
        {'type': 'exponential', 'initial': 0.1, 'gamma': 0.5, 'unit': 'epoch'}, 2)),
        'unit': 'epoch'}, by_epochs, steps_per_epoch=6)


def plateau():
    noisy = [1 / (1 + 0.2 * t) + 0.1 * math.sin(5.0 * t) for t in range(60)]
    flat = [1.0] * 20 + [0.5] * 20 + [0.49999] * 20
    for metrics, mode, factor, patience, threshold, cooldown, least in (
            (noisy, 'min', 0.1, 2, 1e-4, 0, 0.0), (flat, 'min', 0.5, 4, 1e-4, 3, 0.0),
            (flat, 'max', 0.5, 3, 1e-4, 0, 0.01), (noisy, 'max', 0.3, 1, 1e-2, 5, 0.0),
            (flat, 'min', 0.1, 0, 0.0, 0, 0.0)):
        sgd = optimizer(0.1)
        scheduler = torch_schedulers.ReduceLROnPlateau(
            sgd, mode, factor, patience, threshold, 'rel', cooldown, least)
        states = []
        for metric in metrics:
            scheduler.step(metric)
            states.append([sgd.param_groups[0]['lr'], scheduler.best, scheduler.num_bad_epochs,
                           scheduler.cooldown_counter])
        add('torch ReduceLROnPlateau',
            {'type': 'plateau', 'initial': 0.1, 'factor': factor, 'patience': patience,
             'threshold': threshold, 'cooldown': cooldown, 'min': least, 'mode': mode},
            [0.1] * len(metrics), metrics=metrics, states=states)


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
