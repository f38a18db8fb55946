"""Moodify's expression model: training, calibration, evaluation and export.

Facial expression recognition on 48x48 grey face crops, trained in PyTorch on FER-2013 with the
FER+ votes as a second head, exported through TensorFlow as a SavedModel.
"""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
"""The checkout."""

EMOTIONS = ("angry", "disgust", "fear", "happy", "sad", "surprise", "neutral")
"""The seven FER-2013 labels, in the order of the labels and of every score vector."""

VOTES = ("neutral", "happiness", "surprise", "sadness", "anger", "disgust", "fear", "contempt")
"""The eight expressions of FER+, in the order of its file; `unknown` and `NF` follow there."""

SPLITS = ("Training", "PublicTest", "PrivateTest")
"""The parts of FER-2013, in the order of the raw layout's `usage_*.u8`."""

SIDE = 48
"""Width and height of a face crop in pixels."""
