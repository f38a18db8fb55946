"""Random changes to training crops."""

import copy

import pytest
import torch

from moodify_models import SIDE, settings
from moodify_models.augment import Augment, mixup
from moodify_models.network import normalise

STILL = {
    "shift": 0.0,
    "scale": [1.0, 1.0],
    "rotation_degrees": 0,
    "contrast": 0.0,
    "brightness": 0.0,
    "gamma": 0.0,
    "erase_probability": 0.0,
    "erase_side": [6, 18],
}


def generator(seed=1):
    return torch.Generator().manual_seed(seed)


def crops(count=16):
    return torch.randint(0, 256, (count, 1, SIDE, SIDE), generator=generator(9)).to(torch.uint8)


def test_without_any_change_a_crop_is_itself_or_its_mirror_image():
    x = crops()
    plain, changed = normalise(x), Augment(STILL, generator())(x)
    itself = [torch.allclose(a, b, atol=1e-3) for a, b in zip(plain, changed)]
    mirror = [torch.allclose(a.flip(2), b, atol=1e-3) for a, b in zip(plain, changed)]
    assert all(a != b for a, b in zip(itself, mirror))
    assert any(itself) and any(mirror)


def test_the_same_seed_gives_the_same_changes_and_another_seed_others():
    table = settings.load()["augment"]
    first, again, other = (Augment(table, generator(seed))(crops()) for seed in (1, 1, 2))
    assert torch.equal(first, again)
    assert not torch.allclose(first, other)


def test_a_shift_stays_within_its_reach():
    spot = torch.zeros(64, 1, SIDE, SIDE)
    spot[:, :, 23:25, 23:25] = 255
    moved = Augment({**STILL, "shift": 0.25}, generator()).move(spot)
    rows = moved.sum(dim=(1, 3)).argmax(dim=1) - 23.5
    assert rows.abs().max() <= 0.25 * SIDE + 1
    assert rows.abs().max() > 0.1 * SIDE


def test_a_scale_of_one_half_halves_what_is_seen():
    square = torch.zeros(1, 1, SIDE, SIDE)
    square[:, :, 12:36, 12:36] = 255
    smaller = Augment({**STILL, "scale": [0.5, 0.5]}, generator()).move(square)
    assert (smaller > 127).sum().item() == pytest.approx(144, abs=12)


def test_a_smaller_side_shows_the_whole_crop_and_erases_in_proportion():
    table = {**STILL, "erase_probability": 1.0, "erase_side": [12, 12]}
    halves = torch.zeros(8, 1, SIDE, SIDE)
    halves[:, :, :24] = 255
    small = Augment(table, generator(), side=24).move(halves)
    assert small.shape == (8, 1, 24, 24)
    assert (small[:, :, :11] > 250).all() and (small[:, :, 13:] < 5).all()
    erased = Augment(table, generator(), side=24).erase(torch.ones(8, 1, 24, 24)) == 0
    assert (erased.sum(dim=(1, 2, 3)) == 6 * 6).all()


def test_tone_stays_within_the_range_of_grey_values():
    table = {**copy.deepcopy(STILL), "contrast": 0.9, "brightness": 0.9, "gamma": 0.9}
    x = Augment(table, generator()).tone(crops().float())
    assert x.min() >= 0 and x.max() <= 255 and torch.isfinite(x).all()


def test_erasing_makes_one_rectangle_of_the_allowed_size():
    table = {**STILL, "erase_probability": 1.0, "erase_side": [6, 18]}
    erased = Augment(table, generator()).erase(torch.ones(200, 1, SIDE, SIDE)) == 0
    heights = erased.any(dim=3).sum(dim=2).flatten()
    widths = erased.any(dim=2).sum(dim=2).flatten()
    assert torch.equal(heights * widths, erased.sum(dim=(1, 2, 3)))
    assert heights.min() == 6 and heights.max() == 18
    assert widths.min() == 6 and widths.max() == 18


def test_mixup_mixes_targets_as_it_mixes_images():
    x = torch.eye(4).reshape(4, 1, 2, 2)
    labels, votes = torch.eye(4, 7), torch.eye(4, 8)
    mixed, by_label, by_vote = mixup(x, labels, votes, 0.5, generator())
    assert torch.allclose(mixed.reshape(4, 4), by_label[:, :4])
    assert torch.allclose(by_label[:, :4], by_vote[:, :4])
    assert torch.allclose(by_label.sum(dim=1), torch.ones(4))
    assert not torch.equal(mixed, x)


def test_mixup_of_zero_changes_nothing():
    x = torch.randn(2, 1, 2, 2)
    assert mixup(x, x, x, 0.0, generator())[0] is x
