"""What the tests share: small synthetic faces, a tiny network, and a folder of real data."""

import copy
import os
import shutil

import numpy as np
import pytest
import torch

from moodify_models import EMOTIONS, ROOT, SIDE, data, settings
from moodify_models.network import build
from moodify_models.served import Predictions

torch.set_num_threads(1)


@pytest.fixture
def tiny_settings():
    """The real settings with a network and a batch small enough for a test."""
    tiny = copy.deepcopy(settings.load())
    tiny["network"]["channels"] = [4, 8]
    tiny["train"].update(epochs=3, batch=8, watch_every=1)
    tiny["refine"].update(cycles=1, epochs=2)
    return tiny


@pytest.fixture
def faces():
    """48 made-up rows of all splits and labels; half of them have votes. No two are alike."""
    random = np.random.default_rng(1)
    count = 48
    votes = np.zeros((count, data.VOTE_COLUMNS), np.float32)
    votes[np.arange(0, count, 2), random.integers(0, 8, count // 2)] = 10
    return data.Faces(
        random.integers(0, 256, (count, SIDE, SIDE)).astype(np.uint8),
        np.arange(count) % 7,
        np.array([0] * 32 + [1] * 8 + [2] * 8, np.uint8),
        votes,
    )


@pytest.fixture
def trained_net(tiny_settings):
    """A tiny network whose batch norms have seen data, so that folding them is not trivial."""
    torch.manual_seed(5)
    network = build(tiny_settings)
    for parameter in network.parameters():
        torch.nn.init.normal_(parameter, std=0.4)
    network.train()
    with torch.no_grad():
        for _ in range(5):
            network(torch.randn(16, 1, SIDE, SIDE) * 2 + 1)
        network.eval()
        heads = (network.labels, network.votes)
        for head, logits in zip(heads, network(torch.randn(16, 1, SIDE, SIDE))):
            # Centred and stretched, so that its scores differ from crop to crop.
            head.weight.mul_(20)
            head.bias.copy_(-20 * (logits.mean(dim=0) - head.bias))
    return network


@pytest.fixture
def real_data():
    """FER-2013's folder, in or above the checkout; the test is skipped where it is not at hand."""
    for place in (ROOT, *ROOT.parents):
        folder = place / "shared" / "data" / "fer2013"
        if folder.is_dir():
            return folder
    pytest.skip("FER-2013 is not at hand: put it into ../shared/data/fer2013 to run this test.")


@pytest.fixture(scope="session")
def java():
    """The test asks the code that serves, which is in Java; it is skipped where that cannot run."""
    if not (os.environ.get("JAVA_HOME") or shutil.which("javac")):
        pytest.skip("There is no JDK: install one, or name it by JAVA_HOME, to run this test.")


def predicted(*rows):
    """Made-up crops and what a model answered: (Faces, mask of copies of Training, Predictions).

    A row is (label, answer, confidence) and, as far as wanted, whether it is a copy of a Training
    image, FER+'s votes, and the answer of the FER+ head. The rest of the confidence is spread
    evenly; from 0.5 on an answer is sure.
    """
    count = len(rows)
    faces = data.Faces(
        np.zeros((count, SIDE, SIDE), np.uint8),
        np.array([EMOTIONS.index(row[0]) for row in rows]),
        np.full(count, data.PUBLIC_TEST, np.uint8),
        np.array([row[4] if len(row) > 4 else [0] * 10 for row in rows], np.float32),
    )
    probabilities = np.array([[(1 - row[2]) / 6] * 7 for row in rows])
    probabilities[np.arange(count), [EMOTIONS.index(row[1]) for row in rows]] = [r[2] for r in rows]
    predictions = Predictions(
        probabilities,
        np.array([row[2] >= 0.5 for row in rows]),
        np.full(count, 2.0),
        np.eye(8)[[row[5] if len(row) > 5 else 0 for row in rows]],
    )
    return faces, np.array([len(row) > 3 and row[3] for row in rows], bool), predictions
