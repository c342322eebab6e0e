"""Cases of what goes around a schedule (warm-up, sequence) and of the plateau."""

import math

from torch.optim import lr_scheduler as torch_schedulers

from cases import STEPS, add, by_formula, by_torch, cosine_wave, optimizer


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
