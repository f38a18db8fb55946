"""Rebuilds the network in TensorFlow, once, with PyTorch's weights, and writes a SavedModel.

Only operations that TensorFlow has had for many years are used, since the Java runtime that loads
the file is older than the TensorFlow that writes it. Weights are constants in the graph, so
there is nothing to restore, and the runtime may lay them out for its kernels once.
"""

import os

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")

import numpy as np  # noqa: E402  TensorFlow reads the variable above when it is imported
import tensorflow as tf  # noqa: E402

from moodify_models import SIDE  # noqa: E402
from moodify_models.network import NORMALISE_EPSILON  # noqa: E402
from moodify_models.progress import with_progress  # noqa: E402
from moodify_models.serving import fold_convolution, fold_heads, fold_votes  # noqa: E402

INPUT, OUTPUT, VOTES_OUTPUT = "pixels", "probabilities", "votes"
BATCH = 256


def write(network, serving, folder):
    """Writes `folder`/saved_model.pb with the signature `serving_default`.

    Input `pixels`: float32 (N, 48, 48, 1), raw grey values 0..255; output `probabilities`: float32
    (N, 7), rows sum to 1, in the order of EMOTIONS, normalisation, blend and temperature inside.
    A second output, `votes`: float32 (N, 8), what the FER+ head makes of FER+'s VOTES. It is there
    to be measured by FER+'s labels; a caller that does not fetch it does not pay for it.
    """

    @tf.function(input_signature=[tf.TensorSpec([None, SIDE, SIDE, 1], tf.float32, name=INPUT)])
    def serve(pixels):
        features = _features(pixels, network)
        return {
            OUTPUT: tf.nn.softmax(_dense(features, fold_heads(network, serving)), name=OUTPUT),
            VOTES_OUTPUT: tf.nn.softmax(_dense(features, fold_votes(network)), name=VOTES_OUTPUT),
        }

    module = tf.Module()
    module.serve = serve
    tf.saved_model.save(module, str(folder), signatures={"serving_default": serve})


def _features(pixels, network):
    x = _normalise(pixels)
    x = _convolve(x, network.stem.first, relu=True)
    x = _convolve(x, network.stem.second, relu=True)
    for stage in network.stages:
        x = tf.nn.max_pool2d(x, 2, 2, "VALID")
        x = _convolve(x, stage.widen, relu=True)
        pair = _convolve(_convolve(x, stage.first, relu=True), stage.second, relu=False)
        x = tf.nn.relu(x + pair)
    return tf.reduce_mean(x, [1, 2])


def _dense(x, layer):
    return tf.nn.bias_add(tf.matmul(x, layer.kernel), layer.bias)


def _normalise(pixels):
    """The same formula as `network.normalise`."""
    x = pixels / 255.0
    centred = x - tf.reduce_mean(x, [1, 2, 3], keepdims=True)
    deviation = tf.sqrt(tf.reduce_mean(tf.square(centred), [1, 2, 3], keepdims=True))
    return centred / (deviation + NORMALISE_EPSILON)


def _convolve(x, block, relu):
    folded = fold_convolution(block)
    x = tf.nn.bias_add(tf.nn.conv2d(x, folded.kernel, 1, "SAME"), folded.bias)
    return tf.nn.relu(x) if relu else x


class Model:
    """A SavedModel on disk, run by TensorFlow as the Java code runs it."""

    def __init__(self, folder):
        self._loaded = tf.saved_model.load(str(folder))  # the signature dies with the loaded model
        self._serve = self._loaded.signatures["serving_default"]

    def probabilities(self, pixels):
        """Crops (N, 48, 48), 0..255 -> probabilities (N, 7) of each crop as it is."""
        parts = []
        for start in with_progress(range(0, len(pixels), BATCH), "scoring", BATCH):
            batch = np.asarray(pixels[start : start + BATCH], np.float32)[..., None]
            parts.append(self._serve(**{INPUT: tf.constant(batch)})[OUTPUT].numpy())
        return np.concatenate(parts)
