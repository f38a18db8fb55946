"""FER-2013's rows, and what keeps them honest: no copies of test images, no non-faces."""

import hashlib
from dataclasses import dataclass

import numpy as np

TRAINING, PUBLIC_TEST, PRIVATE_TEST = 0, 1, 2
SPLITS = ("Training", "PublicTest", "PrivateTest")
NOT_A_FACE = 9
VOTE_COLUMNS = 10


class DataError(Exception):
    """The data are missing or broken; the message says what to do."""


@dataclass(frozen=True)
class Faces:
    """Rows of FER-2013, aligned: row i of every array is one face crop.

    pixels: uint8 (N, 48, 48). labels: int64 (N,), an index into EMOTIONS. split: uint8 (N,), an
    index into SPLITS. votes: float32 (N, 10), FER+'s votes; all zero where there are none.
    """

    pixels: np.ndarray
    labels: np.ndarray
    split: np.ndarray
    votes: np.ndarray

    def __len__(self):
        return len(self.labels)

    def rows(self, chosen):
        """The rows that an index array or a mask chooses."""
        return Faces(
            self.pixels[chosen], self.labels[chosen], self.split[chosen], self.votes[chosen]
        )

    def part(self, split):
        """The rows of one split."""
        return self.rows(self.split == split)


def digest(pixels):
    """The hash by which two crops count as the same picture."""
    return hashlib.sha256(np.ascontiguousarray(pixels).tobytes()).digest()


def in_training(faces):
    """Mask of the rows whose pixels are byte-identical to those of a Training row."""
    hashes = [digest(image) for image in faces.pixels]
    known = {h for h, split in zip(hashes, faces.split) if split == TRAINING}
    return np.array([h in known for h in hashes], bool)


def duplicates_of_test(faces):
    """Mask of the Training rows that are byte-identical to a row of either test split."""
    hashes = [digest(image) for image in faces.pixels]
    tested = {h for h, split in zip(hashes, faces.split) if split != TRAINING}
    return np.array([h in tested for h in hashes], bool) & (faces.split == TRAINING)


def not_faces(faces):
    """Mask of the rows for which every FER+ vote says "not a face"."""
    total = faces.votes.sum(axis=1)
    return (total > 0) & (faces.votes[:, NOT_A_FACE] == total)


def training_rows(faces):
    """The rows to learn from: Training without copies of test images and without non-faces."""
    keep = (faces.split == TRAINING) & ~duplicates_of_test(faces) & ~not_faces(faces)
    return faces.rows(keep)


def vote_targets(votes):
    """FER+ votes (N, 10) -> distribution (N, 8) and weight (N,), after Barsoum et al. 2016.

    Single votes are dropped as noise. Rows where fewer than five votes for an expression are left
    weigh 0: the raters did not agree that there is one.
    """
    kept = votes[:, :8] * (votes[:, :8] > 1)
    total = kept.sum(axis=1)
    distribution = kept / np.maximum(total, 1)[:, None]
    return distribution.astype(np.float32), (total >= 5).astype(np.float32)
