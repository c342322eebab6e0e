"""Makes training.json: the losses of whole runs as PyTorch computes them, step by step.

    /usr/bin/python3 tests/golden/training/generate.py

Each run is an experiment document without its data. Images and initial weights come from whole numbers
that the test makes, too, so that only losses are stored:

- numbers(seed) is x -> 6364136223846793005 x + 1442695040888963407 mod 2^64 from x = seed, each x
  giving its upper 24 bits;
- weights are uniform in [-limit, limit) with limit^2 = 6 / fan_in, one stream for a network, in the
  order of its layers; biases are zero;
- a class has one pattern, a 4x4 grid of levels for each channel, and an image shows that of its class
  under noise; some labels are wrong, so that the loss stays away from zero.
  "standardise" brings each channel to mean 0 and deviation 1 over all images.

Everything is rounded to float32 before it is used: a run in float32 and one in float64 begin the same.
"""

import itertools
import json
import math
import pathlib

import torch

IMAGES = 320

RUNS = {
    "lenet": {
        "data": {"train": IMAGES, "validation": 0, "standardise": True},
        "network": {"input": [28, 28, 1], "layers": [
            {"type": "conv2d", "filters": 8, "kernel": 5, "padding": "same"}, {"type": "relu"},
            {"type": "max_pool2d"},
            {"type": "conv2d", "filters": 16, "kernel": 5, "padding": "same"}, {"type": "relu"},
            {"type": "max_pool2d"},
            {"type": "flatten"}, {"type": "dense", "units": 10}]},
        "optimizer": {"type": "sgd", "momentum": 0.9},
        "schedule": {"type": "step", "initial": 0.001, "factor": 0.1, "every": 10, "unit": "epoch"},
        "training": {"epochs": 20, "batch_size": 32, "shuffle": False},
    },
    "three_convolutions": {
        "data": {"train": IMAGES, "validation": 0},
        "network": {"input": [32, 32, 3], "layers": [
            {"type": "conv2d", "filters": 32, "kernel": 3}, {"type": "relu"},
            {"type": "max_pool2d"},
            {"type": "conv2d", "filters": 64, "kernel": 3}, {"type": "relu"},
            {"type": "max_pool2d"},
            {"type": "conv2d", "filters": 128, "kernel": 3}, {"type": "relu"},
            {"type": "max_pool2d"},
            {"type": "flatten"}, {"type": "dense", "units": 512}, {"type": "relu"},
            {"type": "dense", "units": 10}]},
        "optimizer": {"type": "adam"},
        "schedule": {"type": "step", "initial": 0.001, "factor": 0.1, "every": 10, "unit": "epoch"},
        "training": {"epochs": 20, "batch_size": 32, "shuffle": False},
    },
}
CLASSES = 10
GRID = 4
SIGNAL = 128     # of 256 parts of a pixel; the others are noise
WRONG_LABEL = 4  # one image in so many


def numbers(seed):
    x = seed
    while True:
        x = (6364136223846793005 * x + 1442695040888963407) % 2**64
        yield x >> 40


def made_images(shape):
    """Bytes [N, H, W, C] and labels."""
    height, width, channels = shape
    stream = numbers(1)
    levels = [next(stream) >> 16 for _ in range(CLASSES * GRID * GRID * channels)]
    pixels, labels = [], []
    for n in range(IMAGES):
        kind = n % CLASSES
        labels.append((kind + next(stream) % CLASSES) % CLASSES if n % WRONG_LABEL == 0 else kind)
        for h, w, c in itertools.product(range(height), range(width), range(channels)):
            cell = (kind * GRID + h * GRID // height) * GRID + w * GRID // width
            noise = next(stream) >> 16
            pixels.append((SIGNAL * levels[cell * channels + c] + (256 - SIGNAL) * noise) >> 8)
    return torch.tensor(pixels).reshape([IMAGES] + shape), torch.tensor(labels)


class Net(torch.nn.Module):
    """A network of the document, on images [N, H, W, C]."""

    def __init__(self, settings):
        super().__init__()
        self.layers, shape, stream = torch.nn.ModuleList(), settings["input"], numbers(2)
        for layer in settings["layers"]:
            kind = layer["type"]
            if kind == "conv2d":
                kernel = layer["kernel"]
                same = layer.get("padding") == "same"
                module = torch.nn.Conv2d(shape[2], layer["filters"], kernel,
                                         padding=kernel // 2 if same else 0)
                weight = draw(stream, [kernel, kernel, shape[2], layer["filters"]])
                set_weights(module, weight.permute(3, 2, 0, 1))
                shape = [side if same else side - kernel + 1 for side in shape[:2]]
                shape.append(layer["filters"])
            elif kind == "dense":
                module = torch.nn.Linear(shape[0], layer["units"])
                set_weights(module, draw(stream, [shape[0], layer["units"]]).T)
                shape = [layer["units"]]
            elif kind == "max_pool2d":
                module = torch.nn.MaxPool2d(2)
                shape = [shape[0] // 2, shape[1] // 2, shape[2]]
            elif kind == "flatten":
                module = FlattenChannelsLast()
                shape = [math.prod(shape)]
            else:
                module = torch.nn.ReLU()
            self.layers.append(module)

    def forward(self, images):
        x = images.permute(0, 3, 1, 2)
        for layer in self.layers:
            x = layer(x)
        return x


class FlattenChannelsLast(torch.nn.Module):
    def forward(self, x):
        return x.permute(0, 2, 3, 1).flatten(1)


def draw(stream, shape):
    limit = math.sqrt(6 / math.prod(shape[:-1]))
    values = [limit * (next(stream) / 2**23 - 1) for _ in range(math.prod(shape))]
    return torch.tensor(values, dtype=torch.float64).float().reshape(shape)


def set_weights(module, weight):
    with torch.no_grad():
        module.weight.copy_(weight)
        module.bias.zero_()


def optimizer_of(settings, parameters, rate):
    if settings["type"] == "sgd":
        return torch.optim.SGD(parameters, lr=rate, momentum=settings["momentum"])
    return torch.optim.Adam(parameters, lr=rate)


def losses(run):
    pixels, labels = made_images(run["network"]["input"])
    images = pixels.double() / 255
    if run["data"].get("standardise"):
        variance, mean = torch.var_mean(images, dim=(0, 1, 2), unbiased=False)
        images = (images - mean) / variance.sqrt()
    images = images.float().double()
    network = Net(run["network"]).double()
    schedule, training = run["schedule"], run["training"]
    optimizer = optimizer_of(run["optimizer"], network.parameters(), schedule["initial"])
    decay = torch.optim.lr_scheduler.StepLR(optimizer, schedule["every"], schedule["factor"])
    result = []
    for _ in range(training["epochs"]):
        for batch in range(0, IMAGES, training["batch_size"]):
            chosen = slice(batch, batch + training["batch_size"])
            loss = torch.nn.functional.cross_entropy(network(images[chosen]), labels[chosen])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            result.append(loss.item())
        decay.step()
    return result


def main():
    document = {"made_with": f"torch {torch.__version__}", "images": IMAGES, "classes": CLASSES,
                "grid": GRID, "signal": SIGNAL, "wrong_label": WRONG_LABEL,
                "runs": [{"name": name, "experiment": {"version": 1, **run},
                          "losses": losses(run)} for name, run in RUNS.items()]}
    path = pathlib.Path(__file__).with_name("training.json")
    path.write_text(json.dumps(document, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
