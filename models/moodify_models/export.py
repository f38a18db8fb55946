"""From a checkpoint to what the Java code loads: SavedModel, `model.json` and `parity.json`."""

import base64
import hashlib
import json
import os
import shutil
from datetime import datetime, timezone
from pathlib import Path

import numpy as np
import torch

from moodify_models import EMOTIONS, SIDE, VOTES, crops, data, layouts, settings, statistics
from moodify_models.checkpoint import load_served
from moodify_models.choose import choose
from moodify_models.predict import logits
from moodify_models.serving import ServedNet

TOLERANCE = 1e-5
"""How far TensorFlow's scores may be from PyTorch's; Java's test allows 1e-4."""


def export(checkpoint, data_folder, target):
    """Chooses how to serve `checkpoint` on PublicTest and writes `target`; returns the Serving.

    Raises ValueError, and leaves `target` as it was, if TensorFlow's scores differ from PyTorch's.
    """
    network, state = load_served(checkpoint)
    faces = layouts.read(data_folder)
    public, training = faces.part(data.PUBLIC_TEST), data.training_rows(faces)
    if len(public) == 0:
        raise data.DataError(f"{data_folder} has no PublicTest rows to choose on.")
    if len(training):
        network = statistics.fresh(network, training.pixels)
    # By today's settings, not the checkpoint's: choosing comes after the training.
    options = settings.load()["choose"]
    serving = choose(logits(network, public.pixels), public.labels, options)
    notes = {
        "epochs": state["epoch"],
        "settings": state["settings"],
        "voted": bool(public.votes.any()),
    }
    write(network, serving, target, notes)
    return serving


def write(network, serving, target, training):
    """Writes the three parts into a folder beside `target`, checks them, and then swaps them in."""
    from moodify_models import savedmodel  # late: TensorFlow takes seconds to import

    target = Path(target)
    partial = target.with_name(target.name + ".partial")
    shutil.rmtree(partial, ignore_errors=True)
    savedmodel.write(network, serving, partial)
    # Written for assets that the graph does not have; git would not keep the empty folder.
    shutil.rmtree(partial / "assets", ignore_errors=True)
    examples = parity(network, serving)
    check(savedmodel.Model(partial), examples)
    _write_json(partial / "model.json", description(network, serving, training))
    _write_json(partial / "parity.json", examples)
    shutil.rmtree(target, ignore_errors=True)
    os.replace(partial, target)


def parity(network, serving):
    """Crops with PyTorch's float32 probabilities of each crop as it is (not mirrored)."""
    served, examples = ServedNet(network, serving), []
    for name, crop in crops.parity_crops().items():
        with torch.no_grad():
            row = served(torch.from_numpy(crop.copy()).reshape(1, 1, SIDE, SIDE))[0]
        examples.append(
            {
                "name": name,
                "pixels": base64.b64encode(crop.tobytes()).decode("ascii"),
                "probabilities": [float(value) for value in row],
            }
        )
    return examples


def check(model, examples):
    """Returns how far the SavedModel is from the examples; ValueError if beyond TOLERANCE."""
    pixels = np.stack([decode(example) for example in examples])
    expected = np.array([example["probabilities"] for example in examples])
    gap = float(np.abs(model.probabilities(pixels) - expected).max())
    if not gap <= TOLERANCE:
        raise ValueError(f"TensorFlow's scores differ from PyTorch's by {gap:.1e}: not exported.")
    return gap


def decode(example):
    """The crop of one entry of `parity.json`: uint8 (48, 48)."""
    return np.frombuffer(base64.b64decode(example["pixels"]), np.uint8).reshape(SIDE, SIDE)


def description(network, serving, training):
    """The content of `model.json`, which holds all that a client must know about the graph."""
    now = datetime.now(timezone.utc)
    return {
        "version": f"{now:%Y-%m-%d}-{weights_hash(network, serving)[:8]}",
        "input": {
            "name": "pixels",
            "width": SIDE,
            "height": SIDE,
            "channels": 1,
            "range": [0, 255],
        },
        "output": {"name": "probabilities"},
        "emotions": list(EMOTIONS),
        "votes": {"name": "votes", "classes": list(VOTES)} if training["voted"] else None,
        "unsure": {
            "confidenceBelow": round(serving.confidence_below, 4),
            "marginBelow": round(serving.margin_below, 4),
        },
        "crop": {},
        "training": {
            "epochs": training["epochs"],
            "seed": training["settings"]["train"]["seed"],
            "labelsShare": round(serving.share, 4),
            "temperature": round(serving.temperature, 4),
            "offsets": list(serving.offsets),
        },
    }


def weights_hash(network, serving):
    """Hex digest over everything that decides the scores."""
    digest = hashlib.sha256(repr((serving.share, serving.temperature, serving.offsets)).encode())
    for name, value in network.state_dict().items():
        digest.update(name.encode())
        digest.update(value.contiguous().numpy().tobytes())
    return digest.hexdigest()


def _write_json(path, content):
    path.write_text(json.dumps(content, indent=2) + "\n")
