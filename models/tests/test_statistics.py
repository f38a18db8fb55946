"""Batch norms' statistics over plain crops."""

import numpy as np
import pytest
import torch

from moodify_models import statistics
from moodify_models.network import normalise


def test_the_first_norm_knows_mean_and_variance_of_what_it_is_given(trained_net):
    pixels = np.random.default_rng(1).integers(0, 256, (40, 48, 48)).astype(np.uint8)
    network = statistics.fresh(trained_net, pixels)
    x = normalise(torch.from_numpy(pixels)[:, None])
    with torch.no_grad():
        seen = network.stem.first.conv(x)
    norm = network.stem.first.norm
    assert torch.allclose(norm.running_mean, seen.mean(dim=(0, 2, 3)), atol=1e-4)
    assert torch.allclose(norm.running_var, seen.var(dim=(0, 2, 3)), rtol=1e-3)


def test_weights_stay_and_the_network_given_is_left_alone(trained_net):
    before = {name: value.clone() for name, value in trained_net.state_dict().items()}
    pixels = np.random.default_rng(1).integers(0, 256, (8, 48, 48)).astype(np.uint8)
    network = statistics.fresh(trained_net, pixels)
    assert all(torch.equal(value, before[name]) for name, value in trained_net.state_dict().items())
    for name, value in network.state_dict().items():
        assert torch.equal(value, before[name]) != ("running" in name or "tracked" in name)
    assert not network.training


@pytest.mark.parametrize("count", [1, 3])
def test_few_rows_are_enough_to_go_on(trained_net, count):
    pixels = np.random.default_rng(1).integers(0, 256, (count, 48, 48)).astype(np.uint8)
    network = statistics.fresh(trained_net, pixels)
    assert all(torch.isfinite(value).all() for value in network.state_dict().values())
