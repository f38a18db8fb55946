"""The network and its normalisation."""

import numpy as np
import torch

from moodify_models import SIDE, settings
from moodify_models.network import build, normalise


def test_normalised_crops_have_mean_zero_and_deviation_one():
    crops = torch.randint(0, 256, (4, 1, SIDE, SIDE), generator=torch.Generator().manual_seed(1))
    x = normalise(crops)
    assert torch.allclose(x.mean(dim=(1, 2, 3)), torch.zeros(4), atol=1e-5)
    assert torch.allclose(x.std(dim=(1, 2, 3), correction=0), torch.ones(4), atol=5e-3)


def test_each_crop_is_normalised_by_itself():
    crops = torch.randint(0, 256, (2, 1, SIDE, SIDE), generator=torch.Generator().manual_seed(2))
    assert torch.allclose(normalise(crops)[1], normalise(crops[1:])[0])


def test_brightness_and_contrast_hardly_matter():
    crop = torch.rand(1, 1, SIDE, SIDE, generator=torch.Generator().manual_seed(3)) * 255
    assert torch.allclose(normalise(crop), normalise(crop * 0.5 + 60), atol=0.02)


def test_a_flat_crop_becomes_zeros():
    for value in (0, 128, 255):
        flat = torch.full((1, 1, SIDE, SIDE), value, dtype=torch.uint8)
        assert torch.allclose(normalise(flat), torch.zeros(1, 1, SIDE, SIDE), atol=1e-4)


def test_normalisation_agrees_with_a_hand_computed_example():
    crop = torch.tensor([[[[0.0, 255.0], [0.0, 255.0]]]])  # in units: mean 0.5, deviation 0.5
    expected = np.array([[-0.5, 0.5], [-0.5, 0.5]]) / 0.501
    assert np.allclose(normalise(crop)[0, 0].numpy(), expected, atol=1e-6)


def test_the_network_has_two_heads_and_at_most_three_million_parameters():
    network = build(settings.load()).eval()
    labels, votes = network(torch.zeros(2, 1, SIDE, SIDE))
    assert labels.shape == (2, 7) and votes.shape == (2, 8)
    assert sum(p.numel() for p in network.parameters()) <= 3_000_000


def test_a_mirrored_network_scores_a_mirrored_crop_the_same(trained_net):
    """Nothing in the network but its kernels distinguishes left from right: no padding, no pooling does."""
    crop = torch.randn(1, 1, SIDE, SIDE, generator=torch.Generator().manual_seed(4))
    with torch.no_grad():
        expected = trained_net(crop)
        for module in trained_net.modules():
            if isinstance(module, torch.nn.Conv2d):
                module.weight.copy_(module.weight.flip(3))
        mirrored = trained_net(crop.flip(3))
    for left, right in zip(expected, mirrored):
        assert torch.allclose(left, right, rtol=1e-4, atol=1e-4)
