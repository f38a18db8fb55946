"""What is served: both heads blended, weak classes raised, a temperature, and "not sure".

The two heads are blended as logits, everything else included:

    softmax((share * labels + (1 - share) * votes_as_labels + offsets) / temperature)

Both heads are linear in the same features, so at export the whole of it folds into one linear
layer: blending and calibration cost nothing at run time.
"""

from dataclasses import dataclass

import numpy as np
import torch
from torch import nn

from moodify_models import EMOTIONS, VOTES
from moodify_models.network import normalise

_FERPLUS_WORDS = {
    "angry": "anger",
    "disgust": "disgust",
    "fear": "fear",
    "happy": "happiness",
    "sad": "sadness",
    "surprise": "surprise",
    "neutral": "neutral",
}

VOTES_AS_LABELS = tuple(VOTES.index(_FERPLUS_WORDS[emotion]) for emotion in EMOTIONS)
"""For each of EMOTIONS its place among VOTES. Contempt has none, and is left out."""


@dataclass(frozen=True)
class Serving:
    """How logits become an answer.

    share: of the FER-2013 head in the blend; above 1 the FER+ head is subtracted: FER+'s raters say
    neutral or surprise where FER-2013 says sad or fear, and that habit is taken out. temperature: > 0. confidence_below and
    margin_below: the answer is "not sure" where the highest probability is below the first or its
    lead over the second is below the second. offsets: added to the blended logits, one for each of
    EMOTIONS; empty for none.
    """

    share: float
    temperature: float
    confidence_below: float = 0.0
    margin_below: float = 0.0
    offsets: tuple[float, ...] = ()


def raised(logits, serving):
    """Blended logits (N, 7) with the offsets added; NumPy or PyTorch."""
    if not serving.offsets:
        return logits
    return logits + _type_as(serving.offsets, logits)


def _type_as(values, like):
    """`values` as an array or a tensor, whichever `like` is."""
    return torch.as_tensor(values).to(like) if torch.is_tensor(like) else np.asarray(values)


def blend(labels, votes, share):
    """Logits (N, 7) and (N, 8) -> blended logits (N, 7); NumPy or PyTorch."""
    return share * labels + (1 - share) * votes[..., list(VOTES_AS_LABELS)]


class ServedNet(nn.Module):
    """The reference in PyTorch: grey values (N, 1, 48, 48) in 0..255 -> probabilities (N, 7)."""

    def __init__(self, network, serving):
        super().__init__()
        self.network, self.serving = network.eval(), serving

    def forward(self, pixels):
        labels, votes = self.network(normalise(pixels))
        blended = raised(blend(labels, votes, self.serving.share), self.serving)
        return (blended / self.serving.temperature).softmax(1)


@dataclass(frozen=True)
class Dense:
    """A folded linear layer: kernel (inputs, outputs) and bias (outputs,), float32."""

    kernel: np.ndarray
    bias: np.ndarray


@dataclass(frozen=True)
class Convolution:
    """A folded 3x3 convolution: kernel (3, 3, inputs, outputs) and bias (outputs,), float32."""

    kernel: np.ndarray
    bias: np.ndarray


def fold_convolution(block):
    """Folds a ConvBlock's batch norm into its convolution (exact in evaluation mode)."""
    norm = block.norm
    scale = norm.weight.double() / (norm.running_var.double() + norm.eps).sqrt()
    kernel = block.conv.weight.double() * scale[:, None, None, None]
    bias = norm.bias.double() - norm.running_mean.double() * scale
    return Convolution(_float32(kernel.permute(2, 3, 1, 0)), _float32(bias))


def fold_heads(network, serving):
    """Folds both heads, the blend, the offsets and the temperature into one linear layer."""

    def blended(name):
        labels = getattr(network.labels, name).double().movedim(0, -1)
        votes = getattr(network.votes, name).double().movedim(0, -1)
        return blend(labels, votes, serving.share)

    return Dense(
        _float32(blended("weight") / serving.temperature),
        _float32(raised(blended("bias"), serving) / serving.temperature),
    )


def fold_votes(network):
    """The FER+ head as it is, untempered: it is measured, and not shown to anyone."""
    return Dense(_float32(network.votes.weight.T), _float32(network.votes.bias))


def _float32(tensor):
    return np.ascontiguousarray(tensor.detach().to(torch.float32).numpy())
