"""Makes layers.json: outputs and gradients of layers as PyTorch computes them, in double.

    /usr/bin/python3 tests/golden/layers/generate.py

Each case is a layer of the experiment document and the shape of its input. Inputs, parameters and the
gradient by the output come from a formula that the test repeats, so that only results are stored:
element i of an array is sin(1.7 i + phase), with the phase below for each kind of array.
Layouts are Anneal's: images [N, H, W, C], filters [KH, KW, C_in / groups, C_out], dense [in, out].
"""

import json
import math
import pathlib

import torch

BATCH = 2
PHASES = {"input": 0.1, "weight": 0.7, "bias": 1.3, "output_gradient": 2.1}

CASES = [
    ("conv2d_valid", [5, 6, 3], {"type": "conv2d", "filters": 4, "kernel": 3}),
    ("conv2d_same", [5, 6, 2], {"type": "conv2d", "filters": 3, "kernel": 3, "padding": "same"}),
    ("conv2d_same_even", [6, 5, 1],
     {"type": "conv2d", "filters": 2, "kernel": [2, 4], "padding": "same"}),
    ("conv2d_strided", [7, 9, 2], {"type": "conv2d", "filters": 3, "kernel": 3, "stride": [2, 3]}),
    ("conv2d_same_strided", [7, 8, 2],
     {"type": "conv2d", "filters": 3, "kernel": 3, "stride": 2, "padding": "same"}),
    ("conv2d_dilated", [9, 8, 2], {"type": "conv2d", "filters": 2, "kernel": 3, "dilation": 2}),
    ("conv2d_grouped", [5, 5, 4],
     {"type": "conv2d", "filters": 6, "kernel": 3, "groups": 2, "padding": [1, 1, 1, 1]}),
    ("conv2d_depthwise", [5, 5, 3],
     {"type": "conv2d", "filters": 3, "kernel": 3, "groups": 3, "padding": "same"}),
    ("max_pool2d", [6, 7, 3], {"type": "max_pool2d", "size": 2, "stride": 2}),
    ("max_pool2d_overlapping", [6, 7, 2], {"type": "max_pool2d", "size": 3, "stride": 2}),
    ("relu", [4, 3, 2], {"type": "relu"}),
    ("flatten", [3, 2, 2], {"type": "flatten"}),
    ("dense", [7], {"type": "dense", "units": 5}),
]


def values(kind, shape):
    count = math.prod(shape)
    flat = [math.sin(1.7 * i + PHASES[kind]) for i in range(count)]
    return torch.tensor(flat, dtype=torch.float64).reshape(shape)


def pair(value):
    return value if isinstance(value, list) else [value, value]


def padding(layer, shape):
    """Zeros at top, bottom, left, right; `same` as Keras defines it."""
    given = layer.get("padding", "valid")
    if isinstance(given, list):
        return given
    sides = []
    for axis in range(2):
        kernel, stride = pair(layer["kernel"])[axis], pair(layer.get("stride", 1))[axis]
        window = (kernel - 1) * pair(layer.get("dilation", 1))[axis] + 1
        total = max((math.ceil(shape[axis] / stride) - 1) * stride + window - shape[axis], 0)
        total = total if given == "same" else 0
        sides += [total // 2, total - total // 2]
    return sides


def images(tensor):  # [N, H, W, C] -> [N, C, H, W]
    return tensor.permute(0, 3, 1, 2)


def back(tensor):
    return tensor.permute(0, 2, 3, 1)


def run(layer, shape):
    """The parameters by name, and the function from input and parameters to output."""
    kind = layer["type"]
    if kind == "conv2d":
        kernel, groups = pair(layer["kernel"]), layer.get("groups", 1)
        top, bottom, left, right = padding(layer, shape)
        parameters = {"weight": kernel + [shape[2] // groups, layer["filters"]],
                      "bias": [layer["filters"]]}

        def forward(x, p):
            x = torch.nn.functional.pad(images(x), (left, right, top, bottom))
            return back(torch.nn.functional.conv2d(
                x, p["weight"].permute(3, 2, 0, 1), p["bias"], stride=pair(layer.get("stride", 1)),
                dilation=pair(layer.get("dilation", 1)), groups=groups))
    elif kind == "max_pool2d":
        parameters = {}

        def forward(x, p):
            return back(torch.nn.functional.max_pool2d(
                images(x), pair(layer["size"]), pair(layer["stride"])))
    elif kind == "relu":
        parameters = {}

        def forward(x, p):
            return torch.relu(x)
    elif kind == "flatten":
        parameters = {}

        def forward(x, p):
            return x.reshape(x.shape[0], -1)
    elif kind == "dense":
        parameters = {"weight": [shape[0], layer["units"]], "bias": [layer["units"]]}

        def forward(x, p):
            return x @ p["weight"] + p["bias"]
    return parameters, forward


def numbers(tensor):
    return [float(f"{x:.15g}") for x in tensor.detach().reshape(-1).tolist()]


def case(name, shape, layer):
    shapes, forward = run(layer, shape)
    x = values("input", [BATCH] + shape).requires_grad_()
    parameters = {key: values(key, size).requires_grad_() for key, size in shapes.items()}
    y = forward(x, parameters)
    y.backward(values("output_gradient", list(y.shape)))
    return {"name": name, "input": shape, "layer": layer, "output": numbers(y),
            "input_gradient": numbers(x.grad),
            "gradients": {key: numbers(p.grad) for key, p in parameters.items()}}


def cross_entropy(smoothing):
    logits = (values("input", [4, 5]) * 3).requires_grad_()
    labels = torch.tensor([0, 3, 4, 1])
    loss = torch.nn.functional.cross_entropy(logits, labels, label_smoothing=smoothing)
    loss.backward()
    return {"smoothing": smoothing, "labels": labels.tolist(), "classes": 5, "scale": 3,
            "loss": loss.item(), "gradient": numbers(logits.grad)}


document = {
    "made_with": f"torch {torch.__version__}",
    "batch": BATCH,
    "phases": PHASES,
    "layers": [case(*c) for c in CASES],
    "cross_entropy": [cross_entropy(s) for s in (0.0, 0.1)],
}
path = pathlib.Path(__file__).with_name("layers.json")
path.write_text(json.dumps(document, separators=(",", ":")) + "\n")
