"""What the tests share: small synthetic faces, a tiny network, and a folder of real data."""

import copy
from pathlib import Path

import numpy as np
import pytest
import torch

from moodify_models import SIDE, data, settings
from moodify_models.network import build

REAL_DATA = Path(__file__).resolve().parents[3] / "shared" / "data" / "fer2013"

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
    """FER-2013's folder; the test is skipped where it is not at hand."""
    if not REAL_DATA.is_dir():
        pytest.skip("FER-2013 is not at hand: put it into ../shared/data/fer2013 to run this test.")
    return REAL_DATA
