"""Times PyTorch's training steps on one workload; prints what rivals/worker.js tells of the others.

    python3 pytorch.py '{"layers": [...], "input": [...], "optimizer": ..., "batch": ..., ...}'

The layers are those of layersOf in workloads.js. What holds PyTorch to an instruction set, and the
number of threads, comes with the environment of whoever calls.
"""

import json
import sys
import time

import torch

LEAST_STEPS = 3


def network(layers):
    modules = []
    flat = False
    for layer in layers:
        if layer["type"] == "convolution":
            modules += [
                torch.nn.Conv2d(layer["inputs"], layer["outputs"], layer["kernel"],
                                padding=layer["pad"]),
                torch.nn.ReLU(),
                torch.nn.MaxPool2d(2),
            ]
            continue
        if not flat:
            modules.append(torch.nn.Flatten())
            flat = True
        modules.append(torch.nn.Linear(layer["inputs"], layer["outputs"]))
        if not layer["last"]:
            modules.append(torch.nn.ReLU())
    return torch.nn.Sequential(*modules)


def main():
    job = json.loads(sys.argv[1])
    torch.manual_seed(1)
    torch.set_num_threads(job["threads"])
    height, width, channels = job["input"]
    model = network(job["layers"])
    images = torch.rand(job["batch"], channels, height, width) * 2 - 1
    labels = torch.randint(job["layers"][-1]["outputs"], (job["batch"],))
    if job["channels_last"]:
        model = model.to(memory_format=torch.channels_last)
        images = images.contiguous(memory_format=torch.channels_last)
    if job["optimizer"] == "adam":
        optimizer = torch.optim.Adam(model.parameters(), lr=job["rate"])
    else:
        optimizer = torch.optim.SGD(model.parameters(), lr=job["rate"], momentum=0.9)
    criterion = torch.nn.CrossEntropyLoss()

    losses, milliseconds = [], []

    def step():
        start = time.perf_counter()
        optimizer.zero_grad(set_to_none=True)
        loss = criterion(model(images), labels)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
        milliseconds.append(1e3 * (time.perf_counter() - start))

    step()
    step()
    milliseconds.clear()
    end = time.perf_counter() + job["seconds"]
    while len(milliseconds) < LEAST_STEPS or time.perf_counter() < end:
        step()
    print(json.dumps({"milliseconds": milliseconds, "losses": [losses[0], losses[-1]]}))


main()
