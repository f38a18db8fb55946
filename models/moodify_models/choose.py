"""Chooses, on PublicTest, how the model is served: blend, temperature, and "not sure"."""

import numpy as np

from moodify_models.predict import mean_softmax
from moodify_models.serving import Serving, blend


def choose(logits, labels, options):
    """Returns the Serving that does best on these rows.

    logits: predict.Logits of PublicTest. labels: (N,). options: the `choose` table. The blend is
    the one with the highest likelihood of the labels, each at its own best temperature: a proper
    score, and smoother in the share than accuracy, which jumps by single faces. Then weak classes
    are raised, and the temperature is fitted last, to what is served.
    """
    best = None
    for step in range(round(options["largest_share"] / options["share_step"]) + 1):
        share = step * options["share_step"]
        pair = blended(logits, share)
        temperature = fit_temperature(pair, labels)
        loss = negative_log_likelihood(mean_softmax(*(z / temperature for z in pair)), labels)
        if best is None or loss < best[0]:
            best = (loss, share, temperature)
    share = best[1]
    offsets = fit_offsets(blended(logits, share), labels, options["weakest_recall"])
    pair = [z + offsets for z in blended(logits, share)]
    temperature = fit_temperature(pair, labels)
    served = mean_softmax(*(z / temperature for z in pair))
    confidence, margin = fit_unsure(served, labels, options["keep"])
    return Serving(share, temperature, confidence, margin, tuple(offsets.tolist()))


def fit_offsets(pair, labels, floor, step=0.02, rounds=200):
    """Offsets (7,) of the logits that lift the recall of every class to `floor`, if they can.

    A net learns that fear and disgust are rare and says them too seldom to be of use to whoever
    shows them. The weakest class is raised by `step` until none is below the floor, which costs
    others a little; after `rounds` it is left at what was reached. Classes without rows stay.
    """
    offsets = np.zeros(pair[0].shape[1])
    present = np.unique(labels)
    for _ in range(rounds):
        answers = mean_softmax(*(z + offsets for z in pair)).argmax(axis=1)
        recall = np.array([(answers[labels == label] == label).mean() for label in present])
        if recall.min() >= floor:
            break
        offsets[present[recall.argmin()]] += step
    return offsets.round(6)


def blended(logits, share):
    """Blended logits of the original and of the mirrored crops, two (N, 7) arrays."""
    return (
        blend(logits.labels, logits.votes, share),
        blend(logits.labels_mirrored, logits.votes_mirrored, share),
    )


def negative_log_likelihood(probabilities, labels):
    """Mean of -log p(label)."""
    chosen = probabilities[np.arange(len(labels)), labels]
    return float(-np.log(np.maximum(chosen, 1e-12)).mean())


def fit_temperature(pair, labels, low=0.25, high=4.0, rounds=40):
    """The temperature with the highest likelihood (Guo et al. 2017), for the mean of two views.

    Golden-section search over log(temperature); the loss has one minimum there in practice.
    """
    golden = (np.sqrt(5) - 1) / 2

    def loss(log_temperature):
        temperature = np.exp(log_temperature)
        return negative_log_likelihood(mean_softmax(*(z / temperature for z in pair)), labels)

    a, b = np.log(low), np.log(high)
    for _ in range(rounds):
        left, right = b - golden * (b - a), a + golden * (b - a)
        if loss(left) < loss(right):
            b = right
        else:
            a = left
    return float(np.exp((a + b) / 2))


def fit_unsure(probabilities, labels, keep, steps=20):
    """Returns (confidence_below, margin_below) that keep a share `keep` of the rows.

    Of the pairs that keep that many, the one with the highest accuracy on what is kept: the margin
    drops 0 to (1 - keep) of the rows by itself, the confidence the rest.
    """
    ordered = np.sort(probabilities, axis=1)
    confidence, margin = ordered[:, -1], ordered[:, -1] - ordered[:, -2]
    correct = probabilities.argmax(axis=1) == labels
    wanted = round(keep * len(labels))
    best = (-1.0, 0.0, 0.0)
    for step in range(steps + 1):
        least_margin = np.quantile(margin, (1 - keep) * step / steps) if step else 0.0
        left = np.sort(confidence[margin >= least_margin])[::-1]
        least_confidence = left[min(wanted, len(left)) - 1]
        kept = (margin >= least_margin) & (confidence >= least_confidence)
        accuracy = correct[kept].mean()
        if accuracy > best[0]:
            best = (accuracy, float(least_confidence), float(least_margin))
    return best[1:]
