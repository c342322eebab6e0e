"""Makes textbook.json: small cross-correlations as PyTorch computes them, in double.

    /usr/bin/python3 tests/golden/textbook/generate.py

Element i of the image is sin(1.7 i + 0.1), of the kernel sin(1.7 i + 0.7), row by row.
"""

import itertools
import json
import math
import pathlib

import torch


def values(rows, columns, phase):
    flat = [math.sin(1.7 * i + phase) for i in range(rows * columns)]
    return torch.tensor(flat, dtype=torch.float64).reshape(1, 1, rows, columns)


def case(image, kernel, padding, stride):
    sides = []  # left, right, top, bottom, as pad() wants them
    for size in reversed(kernel):
        sides += {"full": [size - 1] * 2, "valid": [0, 0],
                  "same": [(size - 1) // 2, size // 2]}[padding]
    x = torch.nn.functional.pad(values(*image, 0.1), sides)
    y = torch.nn.functional.conv2d(x, values(*kernel, 0.7), stride=stride)[0, 0]
    return {"image": image, "kernel": kernel, "padding": padding, "stride": stride,
            "rows": y.shape[0], "columns": y.shape[1],
            "output": [float(f"{v:.15g}") for v in y.reshape(-1).tolist()]}


cases = [case(image, kernel, padding, stride)
         for image, kernel in [([5, 6], [3, 3]), ([6, 5], [2, 4]), ([4, 4], [1, 3])]
         for padding, stride in itertools.product(["full", "same", "valid"], [1, 2])]
path = pathlib.Path(__file__).with_name("textbook.json")
path.write_text(json.dumps({"made_with": f"torch {torch.__version__}", "cases": cases},
                           separators=(",", ":")) + "\n")
