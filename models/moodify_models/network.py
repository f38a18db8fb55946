"""The network: plain 3x3 convolutions, one trunk, two heads.

Plain convolutions beat depthwise ones per millisecond at 48x48 on a CPU. The trunk has one stage
per entry of `channels`: a convolution that widens, a residual pair, and (except after the last
stage) a 2x2 max pooling. The first stage, at full size, has a plain convolution instead of the
pair. Global average pooling feeds two linear heads: the seven FER-2013 labels and the eight FER+
expressions. With (32, 64, 128, 256) it has 1.95 million parameters and 181 million multiply-adds.
"""

import torch
from torch import nn

from moodify_models import EMOTIONS, VOTES

NORMALISE_EPSILON = 1e-3
"""Added to the standard deviation (in units of the full range), so a flat picture becomes zeros."""


def normalise(pixels):
    """Grey values 0..255 of shape (N, 1, H, W) -> zero mean, unit deviation for each image.

    x = pixels / 255; (x - mean(x)) / (std(x) + NORMALISE_EPSILON), with the population's standard
    deviation. `export` repeats this inside the served graph, so no client ever normalises.
    """
    x = pixels.float() / 255.0
    centred = x - x.mean(dim=(2, 3), keepdim=True)
    deviation = centred.square().mean(dim=(2, 3), keepdim=True).sqrt()
    return centred / (deviation + NORMALISE_EPSILON)


class ConvBlock(nn.Module):
    """3x3 convolution and batch norm; the caller applies the activation."""

    def __init__(self, inputs, outputs):
        super().__init__()
        self.conv = nn.Conv2d(inputs, outputs, 3, padding=1, bias=False)
        self.norm = nn.BatchNorm2d(outputs)

    def forward(self, x):
        return self.norm(self.conv(x))


class Stage(nn.Module):
    """Widening convolution, then a pair of convolutions with a shortcut around it."""

    def __init__(self, inputs, outputs):
        super().__init__()
        self.widen = ConvBlock(inputs, outputs)
        self.first = ConvBlock(outputs, outputs)
        self.second = ConvBlock(outputs, outputs)
        # The pair starts as the identity: steadier under a high learning rate.
        nn.init.zeros_(self.second.norm.weight)

    def forward(self, x):
        x = torch.relu(self.widen(x))
        return torch.relu(x + self.second(torch.relu(self.first(x))))


class Stem(nn.Module):
    """Two plain convolutions at full size, where every channel is dear."""

    def __init__(self, outputs):
        super().__init__()
        self.first = ConvBlock(1, outputs)
        self.second = ConvBlock(outputs, outputs)

    def forward(self, x):
        return torch.relu(self.second(torch.relu(self.first(x))))


class ExpressionNet(nn.Module):
    """Normalised crops (N, 1, 48, 48) -> logits (N, 7) of FER-2013 and (N, 8) of FER+."""

    def __init__(self, channels, dropout=0.0):
        super().__init__()
        self.channels = tuple(channels)
        self.stem = Stem(channels[0])
        self.stages = nn.ModuleList(
            Stage(inputs, outputs) for inputs, outputs in zip(channels, channels[1:])
        )
        self.pool = nn.MaxPool2d(2)
        self.dropout = nn.Dropout(dropout)
        self.labels = nn.Linear(channels[-1], len(EMOTIONS))
        self.votes = nn.Linear(channels[-1], len(VOTES))

    def forward(self, x):
        x = self.stem(x)
        for stage in self.stages:
            x = stage(self.pool(x))
        features = self.dropout(x.float().mean(dim=(2, 3)))
        return self.labels(features), self.votes(features)


def build(settings):
    """Returns the network that `settings["network"]` describes, channels last."""
    network = ExpressionNet(**settings["network"])
    return network.to(memory_format=torch.channels_last)
