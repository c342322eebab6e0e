"""Makes layers.json: outputs and gradients of layers as PyTorch computes them, in double.

    /usr/bin/python3 tests/golden/layers/generate.py

Each case is a layer of the experiment document and the shape of its input. Inputs, parameters and the
gradient by the output come from a formula that the test repeats, so that only results are stored:
element i of an array is sin(1.7 i + phase), with the phase below for each kind of array (of a running
variance, 0.5 more than its magnitude). Parameters are named as in Anneal, without the layer's own name.
Layouts are Anneal's: images [N, H, W, C], filters [KH, KW, C_in / groups, C_out], dense [in, out].
"""

import json
import math
import pathlib

import torch

BATCH = 2
PHASES = {"input": 0.1, "weight": 0.7, "bias": 1.3, "output_gradient": 2.1, "running_mean": 2.9,
          "running_var": 3.3}

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
    ("leaky_relu", [4, 3, 2], {"type": "leaky_relu", "slope": 0.2}),
    ("elu", [4, 3, 2], {"type": "elu", "alpha": 1.5}),
    ("gelu", [4, 3, 2], {"type": "gelu"}),
    ("sigmoid", [4, 3, 2], {"type": "sigmoid"}),
    ("tanh", [4, 3, 2], {"type": "tanh"}),
    ("avg_pool2d", [6, 7, 3], {"type": "avg_pool2d", "size": 2, "stride": 2}),
    ("avg_pool2d_overlapping", [6, 7, 2], {"type": "avg_pool2d", "size": 3, "stride": 2}),
    ("global_avg_pool2d", [3, 4, 5], {"type": "global_avg_pool2d"}),
    ("batch_norm", [3, 4, 5], {"type": "batch_norm", "momentum": 0.2, "epsilon": 0.001}),
    ("batch_norm_of_a_vector", [6], {"type": "batch_norm", "epsilon": 0.5}),
    ("layer_norm", [3, 4, 5], {"type": "layer_norm", "epsilon": 0.001}),
    ("layer_norm_of_a_vector", [6], {"type": "layer_norm"}),
    ("conv2d_padded_unevenly", [5, 4, 2],
     {"type": "conv2d", "filters": 3, "kernel": [3, 2], "padding": [1, 0, 2, 3]}),
    ("conv2d_without_bias", [5, 6, 2], {"type": "conv2d", "filters": 3, "kernel": 3, "bias": False}),
    ("conv2d_all_at_once", [9, 8, 4],
     {"type": "conv2d", "filters": 4, "kernel": 3, "stride": [1, 2], "dilation": [2, 1], "groups": 2,
      "padding": "same"}),
    ("dense_without_bias", [7], {"type": "dense", "units": 5, "bias": False}),
    ("max_pool2d_oblong", [7, 8, 2], {"type": "max_pool2d", "size": [3, 2], "stride": [1, 3]}),
    ("avg_pool2d_oblong", [7, 8, 3], {"type": "avg_pool2d", "size": [2, 3], "stride": [3, 1]}),
    ("residual", [5, 4, 2], {"type": "residual", "layers": [
        {"type": "conv2d", "filters": 2, "kernel": 3, "padding": "same"}, {"type": "tanh"}]}),
    ("residual_projected", [5, 4, 2], {"type": "residual", "projection": True, "layers": [
        {"type": "conv2d", "filters": 3, "kernel": 3, "stride": 2, "padding": "same"},
        {"type": "tanh"}]}),
    ("residual_of_vectors", [4], {"type": "residual", "projection": True, "layers": [
        {"type": "dense", "units": 3}, {"type": "sigmoid"}]}),
]

# The same after training: what the running statistics make of an input.
EVALUATED = [
    ("batch_norm_evaluated", [3, 4, 5], {"type": "batch_norm", "epsilon": 0.001}),
    ("batch_norm_of_a_vector_evaluated", [6], {"type": "batch_norm"}),
    ("dropout_evaluated", [3, 4, 2], {"type": "dropout", "rate": 0.4}),
]

# Activations and poolings: functions of the input alone.
PLAIN = {
    "relu": lambda x, layer: torch.relu(x),
    "leaky_relu": lambda x, layer: torch.nn.functional.leaky_relu(x, layer["slope"]),
    "elu": lambda x, layer: torch.nn.functional.elu(x, layer["alpha"]),
    "gelu": lambda x, layer: torch.nn.functional.gelu(x),
    "sigmoid": lambda x, layer: torch.sigmoid(x),
    "tanh": lambda x, layer: torch.tanh(x),
    "flatten": lambda x, layer: x.reshape(x.shape[0], -1),
    "max_pool2d": lambda x, layer: back(torch.nn.functional.max_pool2d(
        images(x), pair(layer["size"]), pair(layer["stride"]))),
    "avg_pool2d": lambda x, layer: back(torch.nn.functional.avg_pool2d(
        images(x), pair(layer["size"]), pair(layer["stride"]))),
    "global_avg_pool2d": lambda x, layer: x.mean(dim=(1, 2)),
}


def values(kind, shape):
    kind = kind.split(".")[-1]
    count = math.prod(shape)
    flat = [math.sin(1.7 * i + PHASES[kind]) for i in range(count)]
    if kind == "running_var":
        flat = [0.5 + abs(x) for x in flat]
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
    """Shapes of the parameters, the function from input and parameters to output, and what it learns
    besides (running statistics)."""
    kind, buffers = layer["type"], {}
    if kind in PLAIN:
        return {}, lambda x, p: PLAIN[kind](x, layer), buffers
    if kind == "dense":
        shapes = {"weight": [shape[0], layer["units"]]}
        if layer.get("bias", True):
            shapes["bias"] = [layer["units"]]
        return shapes, lambda x, p: x @ p["weight"] + p.get("bias", 0), buffers
    if kind == "residual":
        return residual(layer, shape)
    channels = {"weight": [shape[-1]], "bias": [shape[-1]]}
    if kind == "batch_norm":
        buffers.update(running_mean=torch.zeros(shape[-1], dtype=torch.float64),
                       running_var=torch.ones(shape[-1], dtype=torch.float64))
        return channels, lambda x, p: torch.nn.functional.batch_norm(
            x.reshape(-1, shape[-1]), buffers["running_mean"], buffers["running_var"], p["weight"],
            p["bias"], True, layer.get("momentum", 0.1),
            layer.get("epsilon", 1e-5)).reshape(x.shape), buffers
    if kind == "layer_norm":
        return channels, lambda x, p: torch.nn.functional.layer_norm(
            x, shape[-1:], p["weight"], p["bias"], layer.get("epsilon", 1e-5)), buffers
    return convolution(layer, shape)


def convolution(layer, shape):
    kernel, groups = pair(layer["kernel"]), layer.get("groups", 1)
    top, bottom, left, right = padding(layer, shape)

    def forward(x, p):
        x = torch.nn.functional.pad(images(x), (left, right, top, bottom))
        return back(torch.nn.functional.conv2d(
            x, p["weight"].permute(3, 2, 0, 1), p.get("bias"), stride=pair(layer.get("stride", 1)),
            dilation=pair(layer.get("dilation", 1)), groups=groups))

    shapes = {"weight": kernel + [shape[2] // groups, layer["filters"]]}
    if layer.get("bias", True):
        shapes["bias"] = [layer["filters"]]
    return shapes, forward, {}


def residual(layer, shape):
    """The layers of the block as one function, their parameters under the names of the layers."""
    parts, inner = [], shape
    for i, settings in enumerate(layer["layers"]):
        parts.append((f"layers.{i}.", *run(settings, inner)[:2]))
        inner = output_shape(parts[-1], inner)
    shortcut = None
    if layer.get("projection", False):
        if len(shape) == 1:
            settings = {"type": "dense", "units": inner[0]}
        else:
            strides = [math.ceil(shape[axis] / inner[axis]) for axis in range(2)]
            settings = {"type": "conv2d", "filters": inner[2], "kernel": 1, "stride": strides}
        shortcut = ("projection.", *run(settings, shape)[:2])

    def forward(x, p):
        y = x
        for part in parts:
            y = call(part, y, p)
        return y + (call(shortcut, x, p) if shortcut else x)

    return {prefix + key: size for prefix, shapes, _ in parts + ([shortcut] if shortcut else [])
            for key, size in shapes.items()}, forward, {}


def call(part, x, parameters):
    prefix, shapes, forward = part
    return forward(x, {key: parameters[prefix + key] for key in shapes})


def output_shape(part, shape):
    prefix, shapes, _ = part
    zeros = {prefix + key: torch.zeros(size, dtype=torch.float64) for key, size in shapes.items()}
    return list(call(part, torch.zeros([1] + shape, dtype=torch.float64), zeros).shape[1:])


def numbers(tensor):
    return [float(f"{x:.15g}") for x in tensor.detach().reshape(-1).tolist()]


def case(name, shape, layer):
    shapes, forward, buffers = run(layer, shape)
    x = values("input", [BATCH] + shape).requires_grad_()
    parameters = {key: values(key, size).requires_grad_() for key, size in shapes.items()}
    y = forward(x, parameters)
    y.backward(values("output_gradient", list(y.shape)))
    return {"name": name, "input": shape, "layer": layer, "output": numbers(y),
            "input_gradient": numbers(x.grad),
            "gradients": {key: numbers(p.grad) for key, p in parameters.items()},
            "buffers": {key: numbers(b) for key, b in buffers.items()}}


def evaluated(name, shape, layer):
    x = values("input", [BATCH] + shape)
    y, buffers = x, {}
    if layer["type"] == "batch_norm":
        statistics = {key: values(key, [shape[-1]])
                      for key in ["running_mean", "running_var", "weight", "bias"]}
        buffers = {key: numbers(statistics[key]) for key in ["running_mean", "running_var"]}
        y = torch.nn.functional.batch_norm(
            x.reshape(-1, shape[-1]), *statistics.values(), False, 0.1,
            layer.get("epsilon", 1e-5)).reshape(x.shape)
    else:
        y = torch.nn.functional.dropout(x, layer["rate"], training=False)
    return {"name": name, "input": shape, "layer": layer, "output": numbers(y), "buffers": buffers}


def loss(settings):
    outputs = (values("input", [4, 5]) * 3).requires_grad_()
    labels = torch.tensor([0, 3, 4, 1])
    if settings["type"] == "cross_entropy":
        value = torch.nn.functional.cross_entropy(
            outputs, labels, label_smoothing=settings["label_smoothing"])
    else:
        one_hot = torch.nn.functional.one_hot(labels, 5).double()
        smoothing = settings["label_smoothing"]
        value = torch.nn.functional.mse_loss(outputs, (1 - smoothing) * one_hot + smoothing / 5)
    value.backward()
    return {"loss": settings, "labels": labels.tolist(), "classes": 5, "scale": 3,
            "value": value.item(), "gradient": numbers(outputs.grad)}


document = {
    "made_with": f"torch {torch.__version__}",
    "batch": BATCH,
    "phases": PHASES,
    "layers": [case(*c) for c in CASES],
    "evaluated": [evaluated(*c) for c in EVALUATED],
    "losses": [loss({"type": kind, "label_smoothing": smoothing})
               for kind in ["cross_entropy", "mean_squared_error"] for smoothing in [0.0, 0.1]],
}
path = pathlib.Path(__file__).with_name("layers.json")
path.write_text(json.dumps(document, separators=(",", ":")) + "\n")
