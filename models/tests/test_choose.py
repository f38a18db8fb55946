"""Blend, temperature and the rule for "not sure"."""

import numpy as np
import pytest
import torch

from moodify_models import EMOTIONS, VOTES
from moodify_models.choose import choose, fit_offsets, fit_temperature, fit_unsure
from moodify_models.predict import Logits, mean_softmax, softmax
from moodify_models.serving import VOTES_AS_LABELS, ServedNet, Serving, blend

OPTIONS = {"share_step": 0.1, "largest_share": 1.2, "keep": 0.8, "weakest_recall": 0.0}


def draw(probabilities, seed=1):
    """Labels drawn from each row's own probabilities: a perfectly calibrated world."""
    random = np.random.default_rng(seed).random((len(probabilities), 1))
    return (probabilities.cumsum(axis=1) < random).sum(axis=1).clip(0, 6)


def logits(count=20000, seed=2):
    return np.random.default_rng(seed).normal(size=(count, 7)) * 1.5


def test_votes_find_their_labels_and_contempt_finds_none():
    assert [VOTES[place] for place in VOTES_AS_LABELS] == [
        "anger", "disgust", "fear", "happiness", "sadness", "surprise", "neutral"
    ]  # fmt: skip
    assert EMOTIONS == ("angry", "disgust", "fear", "happy", "sad", "surprise", "neutral")


def test_a_blend_of_one_is_the_labels_head_and_of_zero_the_votes_head():
    labels, votes = np.arange(7.0)[None], np.arange(10.0, 18.0)[None]
    assert np.array_equal(blend(labels, votes, 1.0), labels)
    assert blend(labels, votes, 0.0).tolist() == [[14, 15, 16, 11, 13, 12, 10]]
    assert blend(labels, votes, 0.5)[0, 0] == pytest.approx((0 + 14) / 2)


@pytest.mark.parametrize("true", [0.5, 1.0, 2.0])
def test_the_temperature_that_made_the_labels_is_found(true):
    z = logits()
    labels = draw(softmax(z / true))
    assert fit_temperature((z, z), labels) == pytest.approx(true, rel=0.05)


def test_the_head_that_knows_the_labels_wins_the_blend():
    z = logits(4000)
    labels = draw(softmax(z))
    noise = np.random.default_rng(3).normal(size=(4000, 8))
    assert choose(Logits(z, noise, z, noise), labels, OPTIONS).share >= 0.9
    votes = np.zeros((4000, 8))
    votes[:, list(VOTES_AS_LABELS)] = z
    chosen = choose(Logits(noise[:, :7], votes, noise[:, :7], votes), labels, OPTIONS)
    assert chosen.share <= 0.1


def test_a_habit_of_the_votes_head_that_the_labels_head_shares_is_taken_out():
    z, habit = logits(4000), np.zeros((4000, 7))
    habit[:, 6] = 1.0  # both say neutral too readily, the votes head five times as much
    labels = draw(softmax(z))
    votes = np.zeros((4000, 8))
    votes[:, list(VOTES_AS_LABELS)] = z + habit
    both = z + 0.2 * habit
    chosen = choose(Logits(both, votes, both, votes), labels, OPTIONS)
    assert chosen.share == pytest.approx(1.2)


def test_the_weakest_class_is_raised_to_the_floor_and_no_further():
    z = logits(7000)
    z[:, 1] -= 2.0  # a class that the net says too seldom
    labels = draw(softmax(np.concatenate([z[:, :1], z[:, 1:2] + 2.0, z[:, 2:]], axis=1)))

    def recall(offsets):
        answers = (z + offsets).argmax(axis=1)
        return np.array([(answers[labels == label] == label).mean() for label in range(7)])

    offsets = fit_offsets((z, z), labels, floor=0.3)
    assert recall(np.zeros(7))[1] < 0.1
    assert 0.3 <= recall(offsets)[1] < 0.32
    assert (offsets[recall(np.zeros(7)) >= 0.35] == 0).all()


def test_classes_that_are_strong_enough_or_absent_are_left_alone():
    z = logits(2000)
    labels = z.argmax(axis=1)
    labels[labels == 2] = 3
    assert (fit_offsets((z, z), labels, floor=0.2) == 0).all()


def test_a_floor_that_cannot_be_reached_ends():
    z = np.zeros((14, 7))
    assert fit_offsets((z, z), np.arange(14) % 7, floor=0.9, rounds=20).max() <= 0.4


def test_the_rule_keeps_the_share_it_was_asked_for_and_answers_better():
    z = logits(5000)
    probabilities = softmax(z)
    labels = draw(probabilities)
    confidence, margin = fit_unsure(probabilities, labels, keep=0.8)
    ordered = np.sort(probabilities, axis=1)
    kept = (ordered[:, -1] >= confidence) & (ordered[:, -1] - ordered[:, -2] >= margin)
    correct = probabilities.argmax(axis=1) == labels
    assert kept.mean() == pytest.approx(0.8, abs=0.002)
    assert correct[kept].mean() > correct.mean() + 0.03


def test_both_views_count_the_same():
    first, second = np.array([[0.0, 0.0]]), np.array([[0.0, np.log(3)]])
    assert mean_softmax(first, second)[0].tolist() == pytest.approx([0.375, 0.625])


def test_the_served_network_gives_probabilities(trained_net):
    served = ServedNet(trained_net, Serving(0.7, 1.3, offsets=(0, 0.5, 0, 0, 0, 0, 0)))
    pixels = torch.randint(0, 256, (3, 1, 48, 48), generator=torch.Generator().manual_seed(1))
    with torch.no_grad():
        rows = served(pixels)
    assert rows.shape == (3, 7) and (rows >= 0).all()
    assert torch.allclose(rows.sum(dim=1), torch.ones(3))
