"""Refinement: short cycles after the training proper, and the mean of where they end.

Each cycle leaves the optimum with a moderate learning rate and comes down in another place of the
same valley; the mean of the ends lies lower than any of them (Izmailov et al. 2018, "Averaging
weights leads to wider optima").
"""

import copy
import math

import torch


def rate(share, peak):
    """The learning rate when `share` (0 to 1) of a cycle is done: half a cosine, `peak` to 0."""
    return peak * (1 + math.cos(math.pi * share)) / 2


def average_weights(average, network, decay):
    """average <- decay * average + (1 - decay) * network, for weights and statistics."""
    with torch.no_grad():
        for mean, new in zip(average.state_dict().values(), network.state_dict().values()):
            if mean.dtype.is_floating_point:
                mean.lerp_(new, 1 - decay)
            else:
                mean.copy_(new)


class Ends:
    """The mean of the networks at the ends of cycles."""

    def __init__(self):
        self.count = 0
        self.mean = None

    def add(self, network):
        """Takes in the network as it is now: weights and statistics."""
        self.count += 1
        if self.mean is None:
            self.mean = copy.deepcopy(network).requires_grad_(False)
            return
        average_weights(self.mean, network, 1 - 1 / self.count)

    def state(self):
        """What a checkpoint keeps; None before the first end."""
        return {"count": self.count, "mean": self.mean.state_dict()} if self.mean else None

    def restore(self, state, network):
        """Puts back what `state()` gave; `network` has the shape."""
        if state is None:
            return
        self.count = state["count"]
        self.mean = copy.deepcopy(network).requires_grad_(False)
        self.mean.load_state_dict(state["mean"])
