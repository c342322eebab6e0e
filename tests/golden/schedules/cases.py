"""A case of schedules.json: a schedule and the rate of each step, from PyTorch or a formula."""

import math

import torch

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


def cosine_wave(start, end, share):
    return end + 0.5 * (start - end) * (1 + math.cos(math.pi * share))
