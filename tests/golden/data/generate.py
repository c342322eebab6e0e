#!/usr/bin/python3
"""Writes arrays as NumPy writes them, beside itself.

    /usr/bin/python3 tests/golden/data/generate.py     (Debian's python3-numpy, 1.24)

arrays.json holds .npy files, byte for byte, with the pixels or labels that the core is to make of
them; arrays.npz holds two of the arrays, compressed, as numpy.savez_compressed packs them.
"""

import io
import json
import os

import numpy

HERE = os.path.dirname(os.path.abspath(__file__))

COUNT, HEIGHT, WIDTH = 5, 3, 4
numbers = numpy.arange(COUNT * HEIGHT * WIDTH).reshape(COUNT, HEIGHT, WIDTH)
grey = (numbers * 7 % 256).astype(numpy.uint8)
colour = numpy.stack([grey, 255 - grey, grey // 2], axis=-1)
labels = numpy.arange(COUNT) * 3 % 5

images = {
    "bytes": grey,
    "colours": colour,
    "colours, first axis fastest": numpy.asfortranarray(colour),
    "shorts, big-endian": grey.astype(">i2"),
    "shares": (colour / 255).astype(numpy.float32),
    "shares, first axis fastest": numpy.asfortranarray(colour / 255),
    "floats": grey.astype(numpy.float64),
}


def npy(array, version):
    stream = io.BytesIO()
    numpy.lib.format.write_array(stream, numpy.asanyarray(array), version=version)
    return list(stream.getvalue())


def case(array, bytes_):
    return {
        "files": [npy(array, version) for version in [(1, 0), (2, 0), (3, 0)]],
        "values": bytes_.flatten().tolist(),
    }


cases = {
    "images": {
        name: case(array, colour if array.ndim == 4 else grey) for name, array in images.items()
    },
    "labels": {
        "integers": case(labels, labels),
        "column of bytes": case(labels.astype(numpy.uint8).reshape(COUNT, 1), labels),
    },
}
with open(os.path.join(HERE, "arrays.json"), "w") as file:
    json.dump(cases, file, separators=(",", ":"))
    file.write("\n")
numpy.savez_compressed(os.path.join(HERE, "arrays.npz"), x_train=colour, y_train=labels)
