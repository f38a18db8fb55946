"""Reads FER-2013 in the three layouts it is found in, and keeps it honest.

1. raw: `pixels_35887x48x48.u8` and its companions (any number of rows),
2. table: `fer2013.csv` (emotion, pixels, Usage), with FER+'s `fer2013new.csv` beside it if there,
3. folders: `train/<emotion>/*` and `test/<emotion>/*` of pictures, as on Kaggle.
"""

import csv
import hashlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from moodify_models import EMOTIONS, SIDE

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


def read(folder):
    """Reads whichever layout `folder` holds; raises DataError if it holds none of them."""
    folder = Path(folder)
    if not folder.is_dir():
        raise DataError(f"{folder} is not a folder. Give FER-2013's folder with --data DIR.")
    if list(folder.glob("pixels_*x48x48.u8")):
        return read_raw(folder)
    if (folder / "fer2013.csv").is_file():
        return read_table(folder)
    if (folder / "train").is_dir() and (folder / "test").is_dir():
        return read_folders(folder)
    raise DataError(
        f"{folder} holds no FER-2013: expected pixels_35887x48x48.u8, fer2013.csv, "
        "or train/<emotion>/ and test/<emotion>/."
    )


def read_raw(folder):
    """Layout 1. Rows marked 0 in `exact_*.u8` lose their votes: those may be another image's."""

    def column(pattern, *shape):
        found = sorted(folder.glob(pattern))
        if not found:
            return None
        return np.fromfile(found[0], np.uint8).reshape(-1, *shape)

    pixels = column("pixels_*x48x48.u8", SIDE, SIDE)
    labels, split = column("labels_*.u8"), column("usage_*.u8")
    if labels is None or split is None:
        raise DataError(f"{folder}: labels_*.u8 and usage_*.u8 must lie beside the pixels.")
    votes, exact = column("ferplus_votes_*x10.u8", VOTE_COLUMNS), column("exact_*.u8")
    if votes is not None and exact is not None:
        votes = votes * exact[:, None]
    return _faces(pixels, labels, split, votes, folder)


def read_table(folder):
    """Layout 2. `fer2013new.csv` has the same rows in the same order."""
    pixels, labels, split = [], [], []
    with open(folder / "fer2013.csv", newline="") as file:
        for row in csv.DictReader(file):
            row = {name.strip(): value for name, value in row.items()}
            pixels.append(np.array(row["pixels"].split(), np.uint8).reshape(SIDE, SIDE))
            labels.append(int(row["emotion"]))
            split.append(SPLITS.index(row["Usage"].strip()))
    votes = None
    if (folder / "fer2013new.csv").is_file():
        with open(folder / "fer2013new.csv", newline="") as file:
            votes = [[int(value) for value in row[2:]] for row in list(csv.reader(file))[1:]]
    return _faces(pixels, labels, split, votes, folder)


def read_folders(folder):
    """Layout 3. A file name that begins with a split's name tells the split.

    Elsewhere `test` is PrivateTest, `validation` is PublicTest, and where there is no `validation`
    a tenth of `train`, chosen by the pictures' hashes, is PublicTest.
    """
    default = {"train": TRAINING, "validation": PUBLIC_TEST, "test": PRIVATE_TEST}
    pixels, labels, split, named = [], [], [], []
    for name, usual in default.items():
        for label, emotion in enumerate(EMOTIONS):
            for path in sorted((folder / name / emotion).glob("*")):
                if path.suffix.lower() not in (".png", ".jpg", ".jpeg"):
                    continue
                with Image.open(path) as image:
                    pixels.append(np.asarray(image.convert("L").resize((SIDE, SIDE))))
                told = [i for i, word in enumerate(SPLITS) if path.name.startswith(word)]
                labels.append(label)
                split.append(told[0] if told else usual)
                named.append(bool(told))
    split = np.array(split, np.uint8)
    if not (split == PUBLIC_TEST).any():
        aside = np.array([digest(p)[0] < 26 for p in pixels], bool) & ~np.array(named, bool)
        split[aside & (split == TRAINING)] = PUBLIC_TEST
    return _faces(pixels, labels, split, None, folder)


def _faces(pixels, labels, split, votes, folder):
    count = len(labels)
    if votes is None:
        votes = np.zeros((count, VOTE_COLUMNS))
    if count == 0:
        raise DataError(f"{folder} holds no images.")
    if not len(pixels) == len(split) == len(votes) == count:
        raise DataError(f"{folder}: its files differ in their number of rows.")
    return Faces(
        np.asarray(pixels, np.uint8),
        np.asarray(labels, np.int64),
        np.asarray(split, np.uint8),
        np.asarray(votes, np.float32),
    )


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
